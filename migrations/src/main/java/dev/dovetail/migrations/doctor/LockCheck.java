package dev.dovetail.migrations.doctor;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.migrations.doctor.Complaint.Kind;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.lock.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** Whether somebody else migrates the database, or writes to it where that is the same. */
final class LockCheck {

    private static final int SQLITE_BUSY = 5;
    private static final int PRIMARY_CODE = 0xFF;

    private LockCheck() {}

    static Optional<Complaint> of(DatabaseAccess access, Connection connection) throws SQLException {
        if (access.engine() == Engine.SQLITE) {
            return sqlite(connection);
        }
        if (access.engine() == Engine.H2) {
            // Its lock is a row that asking would have to make.
            return Optional.empty();
        }
        try (MigrationLock.Held held = MigrationLock.of(access).acquire(connection, Duration.ZERO)) {
            return Optional.empty();
        } catch (MigrationException failure) {
            return Optional.of(Complaint.of(Kind.LOCK, failure));
        }
    }

    private static Optional<Complaint> sqlite(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 0");
            try {
                statement.execute("begin immediate");
                statement.execute("rollback");
                return Optional.empty();
            } catch (SQLException failure) {
                if ((failure.getErrorCode() & PRIMARY_CODE) != SQLITE_BUSY) {
                    throw failure;
                }
                return Optional.of(new Complaint(
                        Kind.LOCK,
                        "Another process or connection writes to the database right now; SQLite does not tell which.",
                        "wait for it; on Linux, fuser <file> shows the processes that have it open"));
            }
        }
    }
}

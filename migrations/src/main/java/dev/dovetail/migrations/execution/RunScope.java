package dev.dovetail.migrations.execution;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.history.HistoryTable;
import dev.dovetail.migrations.lock.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Opens the connection of a run, with or without the lock, and gives both back on every way out. */
final class RunScope {

    private final DatabaseAccess access;
    private final Duration lockTimeout;
    private final HistoryTable table;

    RunScope(DatabaseAccess access, Duration lockTimeout) {
        this.access = access;
        this.lockTimeout = lockTimeout;
        this.table = new HistoryTable(access.engine());
    }

    Engine engine() {
        return access.engine();
    }

    HistoryTable table() {
        return table;
    }

    <T> T unlocked(Work<T> work) {
        if (access.transactions().current() != null) {
            throw new MigrationException(new Explanation(
                    MigrationError.INSIDE_TRANSACTION,
                    "Migrations were called inside a transaction of the same database.",
                    "they run in transactions of their own and could wait for this one for ever",
                    "call them before the transaction begins, usually once when the application starts"));
        }
        try (Connection connection = access.openConnection()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw access.translate(failure, null);
        }
    }

    void locked(LockedWork work) {
        unlocked(connection -> {
            try (MigrationLock.Held held = MigrationLock.of(access).acquire(connection, lockTimeout)) {
                StepTransaction transaction = StepTransaction.of(engine(), lockTimeout);
                work.on(connection, transaction);
            }
            return true;
        });
    }

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    interface LockedWork {
        void on(Connection connection, StepTransaction transaction) throws SQLException;
    }
}

package dev.dovetail.migrations.lock;

import dev.dovetail.core.spi.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The lock of a run: whoever holds it is the only one that migrates this database. */
public interface MigrationLock {

    /** The lock that fits the engine. */
    static MigrationLock of(DatabaseAccess access) {
        return switch (access.engine()) {
            case POSTGRESQL -> new AdvisoryLock();
            case MARIADB, MYSQL -> new NamedLock();
            case H2 -> new RowLock(access);
            case SQLITE -> new SqliteLock();
        };
    }

    /**
     * Waits for the lock.
     *
     * @param connection the connection that will run the scripts, in autocommit mode
     * @param timeout how long to wait at most
     * @return what to close to give it back
     * @throws dev.dovetail.migrations.error.MigrationException if the time is over
     * @throws SQLException if the database fails
     */
    Held acquire(Connection connection, Duration timeout) throws SQLException;

    /** A lock that is held. */
    interface Held extends AutoCloseable {

        @Override
        void close() throws SQLException;
    }
}

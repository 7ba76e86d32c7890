package dev.dovetail.migrations.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * SQLite: each step's BEGIN IMMEDIATE is the lock, for which the engine waits. Foreign keys are off meanwhile, and
 * checked before each commit: rebuilding a table with foreign keys on would delete its children's rows. They can only be
 * switched outside a transaction.
 */
final class SqliteLock implements MigrationLock {

    @Override
    public Held acquire(Connection connection, Duration timeout) throws SQLException {
        String foreignKeys = Query.text(connection, "pragma foreign_keys");
        String busyTimeout = Query.text(connection, "pragma busy_timeout");
        Query.run(connection, "pragma foreign_keys = off");
        Query.run(connection, "pragma busy_timeout = " + timeout.toMillis());
        return () -> {
            Query.run(connection, "pragma foreign_keys = " + foreignKeys);
            Query.run(connection, "pragma busy_timeout = " + busyTimeout);
        };
    }
}

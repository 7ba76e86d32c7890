package dev.dovetail.migrations.lock;

import dev.dovetail.core.spi.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * H2, which has no lock of its own for this: the row of a small table, locked by a second connection, because each DDL
 * statement commits the one that runs the scripts.
 */
final class RowLock implements MigrationLock {

    private static final String CREATE =
            "create table if not exists \"dovetail_schema_lock\" (\"id\" integer primary key)";
    private static final String FILL = "merge into \"dovetail_schema_lock\" (\"id\") key (\"id\") values (1)";
    private static final String LOCK = "select \"id\" from \"dovetail_schema_lock\" where \"id\" = 1 for update";
    private static final int LOCK_TIMEOUT = 50200;
    private static final int CONCURRENT_UPDATE = 90131;
    private static final int DEADLOCK = 40001;
    private static final int DUPLICATE_KEY = 23505;
    private static final int TABLE_EXISTS = 42101;

    private final DatabaseAccess access;

    RowLock(DatabaseAccess access) {
        this.access = access;
    }

    @Override
    public Held acquire(Connection connection, Duration timeout) throws SQLException {
        Connection holder = access.openConnection();
        try {
            Polling.until(timeout, () -> tryLock(holder), () -> "another connection; H2 does not tell which");
            return () -> release(holder);
        } catch (Throwable failure) {
            release(holder);
            throw failure;
        }
    }

    private static boolean tryLock(Connection holder) throws SQLException {
        try {
            if (holder.getAutoCommit()) {
                Query.run(holder, CREATE);
                Query.run(holder, FILL);
                holder.setAutoCommit(false);
            }
            return !Query.text(holder, LOCK).isEmpty();
        } catch (SQLException failure) {
            switch (failure.getErrorCode()) {
                case LOCK_TIMEOUT, CONCURRENT_UPDATE, DEADLOCK, DUPLICATE_KEY, TABLE_EXISTS -> {
                    return false;
                }
                default -> throw failure;
            }
        }
    }

    private static void release(Connection holder) throws SQLException {
        try (holder) {
            if (!holder.getAutoCommit()) {
                holder.rollback();
                holder.setAutoCommit(true);
            }
        }
    }
}

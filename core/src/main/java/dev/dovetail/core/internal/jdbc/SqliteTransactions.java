package dev.dovetail.core.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteConnectionConfig;

/**
 * Beginning and ending on SQLite. Its driver has no {@code begin}: it begins when autocommit is turned off, and again after
 * each commit or rollback, in its connection's mode; that second transaction, which nobody needs, is left out here.
 */
final class SqliteTransactions {

    private SqliteTransactions() {}

    static boolean knows(Connection connection) throws SQLException {
        return connection.isWrapperFor(SQLiteConnection.class);
    }

    /**
     * Begins with the right to write, or without.
     *
     * @param remaining how long this may take, or null for as long as the connection's busy time-out
     */
    static void begin(Lease lease, boolean readOnly, @Nullable Duration remaining) throws SQLException {
        Connection connection = lease.connection();
        SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
        SQLiteConnectionConfig config = sqlite.getConnectionConfig();
        TransactionMode mode = config.getTransactionMode();
        int busyTimeout = sqlite.getBusyTimeout();
        long patience = remaining == null
                ? busyTimeout
                : Math.min(busyTimeout, Math.max(1, TimeUnit.MILLISECONDS.convert(remaining)));
        lease.whenGivenBack(() -> config.setTransactionMode(mode));
        lease.whenGivenBack(() -> connection.setAutoCommit(true));
        if (patience < busyTimeout) {
            sqlite.setBusyTimeout((int) patience);
        }
        try {
            config.setTransactionMode(readOnly ? TransactionMode.DEFERRED : TransactionMode.IMMEDIATE);
            connection.setAutoCommit(false);
        } catch (SQLException failure) {
            // The driver now believes that it is in a transaction.
            config.setAutoCommit(true);
            throw failure;
        } finally {
            // What commit() begins must take no lock: it would wait for others, and fail after the commit was done.
            config.setTransactionMode(TransactionMode.DEFERRED);
            if (patience < busyTimeout) {
                sqlite.setBusyTimeout(busyTimeout);
            }
        }
    }

    /** Commits, and turns autocommit on. */
    static void commit(Connection connection) throws SQLException {
        end(connection, "commit;");
    }

    /** Rolls back, and turns autocommit on. */
    static void rollback(Connection connection) throws SQLException {
        end(connection, "rollback;");
    }

    private static void end(Connection connection, String how) throws SQLException {
        SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
        sqlite.getDatabase().exec(how, false);
        sqlite.setFirstStatementExecuted(false);
        sqlite.getConnectionConfig().setAutoCommit(true);
    }

    /** Whether SQLite took everything back by itself, as it does when a write was interrupted or the disk is full. */
    static boolean isRolledBackAlready(Connection connection, SQLException failure) {
        if (!String.valueOf(failure.getMessage()).contains("no transaction is active")) {
            return false;
        }
        try {
            connection.unwrap(SQLiteConnection.class).getConnectionConfig().setAutoCommit(true);
            return true;
        } catch (SQLException notSqlite) {
            return false;
        }
    }
}

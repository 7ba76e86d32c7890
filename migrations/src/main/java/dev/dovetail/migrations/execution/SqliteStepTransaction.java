package dev.dovetail.migrations.execution;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** BEGIN IMMEDIATE, which is also the lock, and a check of the foreign keys (which are off) before COMMIT. */
record SqliteStepTransaction(Duration lockTimeout) implements StepTransaction {

    private static final int BUSY = 5;

    @Override
    public boolean coversDdl() {
        return true;
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        try {
            run(connection, "begin immediate");
        } catch (SQLException failure) {
            // The low byte is the primary code.
            if ((failure.getErrorCode() & 0xff) == BUSY) {
                throw busy(failure);
            }
            throw failure;
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        checkForeignKeys(connection);
        run(connection, "commit");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        try {
            run(connection, "rollback");
        } catch (SQLException failure) {
            String message = failure.getMessage();
            if (message == null || !message.contains("no transaction is active")) {
                throw failure;
            }
        }
    }

    private static void checkForeignKeys(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma foreign_key_check")) {
            if (rows.next()) {
                throw new MigrationException(new Explanation(
                        MigrationError.FOREIGN_KEYS_BROKEN,
                        "Afterwards, the row with rowid " + rows.getString(2) + " of " + rows.getString(1)
                                + " would point to a row of " + rows.getString(3)
                                + " that does not exist, so nothing was done.",
                        "the script deletes or changes rows that others point to (ON DELETE and ON UPDATE actions do not"
                                + " run in migrations on SQLite), or the row was like that before",
                        "change or delete such rows in the script, before those that they point to"));
            }
        }
    }

    private MigrationException busy(SQLException failure) {
        return new MigrationException(
                new Explanation(
                        MigrationError.LOCK_HELD,
                        "Another connection writes to this SQLite database, and did not finish within "
                                + lockTimeout.toMillis() + " ms; SQLite does not tell which one.",
                        "another process migrates it, or a long transaction or an interactive shell holds it",
                        "end that transaction or wait for it, and run again; set a longer lockTimeout if that is normal"),
                failure);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

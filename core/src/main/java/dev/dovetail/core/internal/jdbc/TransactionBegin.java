package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.transaction.Isolation;
import dev.dovetail.core.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Begins a transaction in each engine's way. Where it can, with settings that end with the transaction; what does not is
 * set back when the connection is given back.
 *
 * @param shared whether connections come from somebody else's pool, so that none is read-only for life
 */
record TransactionBegin(Engine engine, boolean shared) {

    /** Afterwards the connection is in a transaction. */
    void on(Lease lease, TransactionOptions options, @Nullable Duration remaining) throws SQLException {
        Connection connection = lease.connection();
        switch (engine) {
            case SQLITE -> {
                if (options.readOnly() && shared) {
                    refuseWritesOnSqlite(lease);
                }
                if (SqliteTransactions.knows(connection)) {
                    SqliteTransactions.begin(lease, options.readOnly(), remaining);
                } else {
                    autocommitOff(lease);
                }
            }
            case POSTGRESQL -> {
                if (options.readOnly() && shared) {
                    // The driver then begins transactions as read-only ones, without a further round trip.
                    boolean before = connection.isReadOnly();
                    lease.whenGivenBack(() -> connection.setReadOnly(before));
                    connection.setReadOnly(true);
                }
                autocommitOff(lease);
                setForThisTransaction(connection, options, false);
            }
            case MARIADB, MYSQL -> {
                autocommitOff(lease);
                setForThisTransaction(connection, options, options.readOnly() && shared);
            }
            case H2 -> {
                Isolation isolation = options.isolation();
                if (isolation != null) {
                    int before = connection.getTransactionIsolation();
                    lease.whenGivenBack(() -> connection.setTransactionIsolation(before));
                    connection.setTransactionIsolation(jdbc(isolation));
                }
                autocommitOff(lease);
            }
        }
    }

    private static void autocommitOff(Lease lease) throws SQLException {
        Connection connection = lease.connection();
        lease.whenGivenBack(() -> connection.setAutoCommit(true));
        connection.setAutoCommit(false);
    }

    private static void setForThisTransaction(Connection connection, TransactionOptions options, boolean readOnly)
            throws SQLException {
        List<String> modes = new ArrayList<>();
        Isolation isolation = options.isolation();
        if (isolation != null) {
            modes.add("isolation level "
                    + isolation.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        if (readOnly) {
            modes.add("read only");
        }
        if (!modes.isEmpty()) {
            execute(connection, "set transaction " + String.join(", ", modes));
        }
    }

    private static void refuseWritesOnSqlite(Lease lease) throws SQLException {
        Connection connection = lease.connection();
        lease.whenGivenBack(() -> execute(connection, "pragma query_only = false"));
        execute(connection, "pragma query_only = true");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int jdbc(Isolation isolation) {
        return switch (isolation) {
            case READ_UNCOMMITTED -> Connection.TRANSACTION_READ_UNCOMMITTED;
            case READ_COMMITTED -> Connection.TRANSACTION_READ_COMMITTED;
            case REPEATABLE_READ -> Connection.TRANSACTION_REPEATABLE_READ;
            case SERIALIZABLE -> Connection.TRANSACTION_SERIALIZABLE;
        };
    }
}

package dev.dovetail.core.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** What PostgreSQL's driver knows of the state of a transaction. */
final class PostgresqlState {

    private static final boolean DRIVER_IS_THERE = isDriverThere();

    private PostgresqlState() {}

    /** Whether the server refuses everything but a rollback; its answer to COMMIT would be a rollback, too. */
    static boolean isAborted(Connection connection) throws SQLException {
        return DRIVER_IS_THERE
                && connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
    }

    private static boolean isDriverThere() {
        try {
            Class.forName("org.postgresql.core.BaseConnection");
            return true;
        } catch (ClassNotFoundException anotherDriver) {
            return false;
        }
    }
}

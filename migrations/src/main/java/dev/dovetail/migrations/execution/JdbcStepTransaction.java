package dev.dovetail.migrations.execution;

import java.sql.Connection;
import java.sql.SQLException;

/** An ordinary transaction. */
record JdbcStepTransaction() implements StepTransaction {

    @Override
    public boolean coversDdl() {
        return true;
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}

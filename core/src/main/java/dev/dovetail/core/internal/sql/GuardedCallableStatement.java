package dev.dovetail.core.internal.sql;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.tools.jdbc.DefaultCallableStatement;

/** A callable statement of a {@link GuardedConnection}, whose text was looked at when it was made. */
final class GuardedCallableStatement extends DefaultCallableStatement {

    private final Guard guard;
    private final String sql;
    private final Connection connection;

    GuardedCallableStatement(CallableStatement statement, String sql, Connection connection, Guard guard) {
        super(statement);
        this.connection = connection;
        this.guard = guard;
        this.sql = sql;
    }

    @Override
    protected ResultSet wrap(ResultSet rows) {
        return rows;
    }

    @Override
    public boolean execute() throws SQLException {
        return guard.sendPrepared(getDelegate(), sql, super::execute);
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return guard.sendPrepared(getDelegate(), sql, super::executeQuery);
    }

    @Override
    public int executeUpdate() throws SQLException {
        return guard.sendPrepared(getDelegate(), sql, super::executeUpdate);
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return guard.sendPrepared(getDelegate(), sql, super::executeLargeUpdate);
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return guard.sendPrepared(getDelegate(), sql, super::executeBatch);
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        return guard.sendPrepared(getDelegate(), sql, super::executeLargeBatch);
    }

    @Override
    public Connection getConnection() {
        return connection;
    }
}

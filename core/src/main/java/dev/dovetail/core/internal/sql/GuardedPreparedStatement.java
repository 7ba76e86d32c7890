package dev.dovetail.core.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.tools.jdbc.DefaultPreparedStatement;

/** A prepared statement of a {@link GuardedConnection}, whose text was looked at when it was made. */
final class GuardedPreparedStatement extends DefaultPreparedStatement {

    private final Guard guard;
    private final String sql;

    GuardedPreparedStatement(PreparedStatement statement, String sql, Connection connection, Guard guard) {
        super(statement, connection);
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
}

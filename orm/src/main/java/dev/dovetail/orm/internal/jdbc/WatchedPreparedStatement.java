package dev.dovetail.orm.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.tools.jdbc.DefaultPreparedStatement;

/** A prepared statement: nearly every one is, so nothing is called by reflection. */
final class WatchedPreparedStatement extends DefaultPreparedStatement {

    private final StatementWatch watch;
    private final String sql;

    WatchedPreparedStatement(PreparedStatement statement, String sql, Connection connection, StatementWatch watch) {
        super(statement, connection);
        this.sql = sql;
        this.watch = watch;
    }

    String sql() {
        return sql;
    }

    @Override
    protected ResultSet wrap(ResultSet rows) {
        return rows;
    }

    @Override
    public boolean execute() throws SQLException {
        return watch.send(sql, super::execute);
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return watch.query(sql, super::executeQuery);
    }

    @Override
    public int executeUpdate() throws SQLException {
        return watch.send(sql, super::executeUpdate);
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return watch.send(sql, super::executeLargeUpdate);
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return watch.send(sql, super::executeBatch);
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        return watch.send(sql, super::executeLargeBatch);
    }

    @Override
    public void close() throws SQLException {
        watch.endQuery();
        super.close();
    }
}

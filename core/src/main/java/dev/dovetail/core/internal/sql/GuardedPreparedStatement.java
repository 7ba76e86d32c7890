package dev.dovetail.core.internal.sql;

import dev.dovetail.core.spi.BoundStatement;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.List;
import org.jooq.tools.jdbc.DefaultPreparedStatement;
import org.jspecify.annotations.Nullable;

/** A prepared statement of a {@link GuardedConnection}, whose text was looked at when it was made; it knows what is bound to it. */
final class GuardedPreparedStatement extends DefaultPreparedStatement implements BoundStatement {

    private final Guard guard;
    private final String sql;
    private final BoundRows bound = new BoundRows();

    GuardedPreparedStatement(PreparedStatement statement, String sql, Connection connection, Guard guard) {
        super(statement, connection);
        this.guard = guard;
        this.sql = sql;
    }

    @Override
    public List<@Nullable Object> boundValues() {
        return bound.values();
    }

    @Override
    protected ResultSet wrap(ResultSet rows) {
        return rows;
    }

    @Override
    public void setBoolean(int position, boolean value) throws SQLException {
        super.setBoolean(position, value);
        bound.set(position, value);
    }

    @Override
    public void setByte(int position, byte value) throws SQLException {
        super.setByte(position, value);
        bound.set(position, value);
    }

    @Override
    public void setShort(int position, short value) throws SQLException {
        super.setShort(position, value);
        bound.set(position, value);
    }

    @Override
    public void setInt(int position, int value) throws SQLException {
        super.setInt(position, value);
        bound.set(position, value);
    }

    @Override
    public void setLong(int position, long value) throws SQLException {
        super.setLong(position, value);
        bound.set(position, value);
    }

    @Override
    public void setFloat(int position, float value) throws SQLException {
        super.setFloat(position, value);
        bound.set(position, value);
    }

    @Override
    public void setDouble(int position, double value) throws SQLException {
        super.setDouble(position, value);
        bound.set(position, value);
    }

    @Override
    public void setBigDecimal(int position, BigDecimal value) throws SQLException {
        super.setBigDecimal(position, value);
        bound.set(position, value);
    }

    @Override
    public void setString(int position, String value) throws SQLException {
        super.setString(position, value);
        bound.set(position, value);
    }

    @Override
    public void setNString(int position, String value) throws SQLException {
        super.setNString(position, value);
        bound.set(position, value);
    }

    @Override
    public void setBytes(int position, byte[] value) throws SQLException {
        super.setBytes(position, value);
        bound.set(position, value);
    }

    @Override
    public void setDate(int position, Date value) throws SQLException {
        super.setDate(position, value);
        bound.set(position, value);
    }

    @Override
    public void setTime(int position, Time value) throws SQLException {
        super.setTime(position, value);
        bound.set(position, value);
    }

    @Override
    public void setTimestamp(int position, Timestamp value) throws SQLException {
        super.setTimestamp(position, value);
        bound.set(position, value);
    }

    @Override
    public void setObject(int position, Object value) throws SQLException {
        super.setObject(position, value);
        bound.set(position, value);
    }

    @Override
    public void setDate(int position, Date value, Calendar how) throws SQLException {
        super.setDate(position, value, how);
        bound.set(position, value);
    }

    @Override
    public void setTime(int position, Time value, Calendar how) throws SQLException {
        super.setTime(position, value, how);
        bound.set(position, value);
    }

    @Override
    public void setTimestamp(int position, Timestamp value, Calendar how) throws SQLException {
        super.setTimestamp(position, value, how);
        bound.set(position, value);
    }

    @Override
    public void setObject(int position, Object value, int how) throws SQLException {
        super.setObject(position, value, how);
        bound.set(position, value);
    }

    @Override
    public void setObject(int position, Object value, SQLType how) throws SQLException {
        super.setObject(position, value, how);
        bound.set(position, value);
    }

    @Override
    public void setObject(int position, Object value, int type, int scale) throws SQLException {
        super.setObject(position, value, type, scale);
        bound.set(position, value);
    }

    @Override
    public void setObject(int position, Object value, SQLType type, int scale) throws SQLException {
        super.setObject(position, value, type, scale);
        bound.set(position, value);
    }

    @Override
    public void setNull(int position, int type) throws SQLException {
        super.setNull(position, type);
        bound.set(position, null);
    }

    @Override
    public void setNull(int position, int type, String name) throws SQLException {
        super.setNull(position, type, name);
        bound.set(position, null);
    }

    @Override
    public void clearParameters() throws SQLException {
        super.clearParameters();
        bound.clearValues();
    }

    @Override
    public void addBatch() throws SQLException {
        super.addBatch();
        bound.endRow();
    }

    @Override
    public void clearBatch() throws SQLException {
        super.clearBatch();
        bound.clearBatch();
    }

    @Override
    public boolean execute() throws SQLException {
        return guard.sendPrepared(getDelegate(), sql, bound, super::execute);
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return guard.sendPrepared(getDelegate(), sql, bound, super::executeQuery);
    }

    @Override
    public int executeUpdate() throws SQLException {
        return guard.sendPrepared(getDelegate(), sql, bound, super::executeUpdate);
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return guard.sendPrepared(getDelegate(), sql, bound, super::executeLargeUpdate);
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return guard.sendBatch(getDelegate(), sql, bound, super::executeBatch);
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        return guard.sendBatch(getDelegate(), sql, bound, super::executeLargeBatch);
    }
}

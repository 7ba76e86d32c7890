package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.engine.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Where prepared statements come from and go to. Thread-safe. */
public interface PreparedStatements {

    /** For drivers that keep prepared statements by themselves: they are prepared and closed each time. */
    PreparedStatements BY_DRIVER = new PreparedStatements() {
        @Override
        public PreparedStatement take(Connection connection, String sql) throws SQLException {
            return connection.prepareStatement(sql);
        }

        @Override
        public void giveBack(Connection connection, String sql, PreparedStatement statement) throws SQLException {
            statement.close();
        }
    };

    /** What suits the driver of an engine. */
    static PreparedStatements of(Engine engine) {
        return engine == Engine.SQLITE ? new SqlitePreparedStatements() : BY_DRIVER;
    }

    /** A statement for the caller alone. */
    PreparedStatement take(Connection connection, String sql) throws SQLException;

    /** Takes a statement back, which is closed or kept for the next one on the same connection. */
    void giveBack(Connection connection, String sql, PreparedStatement statement) throws SQLException;
}

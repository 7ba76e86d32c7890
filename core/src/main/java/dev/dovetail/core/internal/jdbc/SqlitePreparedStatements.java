package dev.dovetail.core.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlite.SQLiteConnection;

/**
 * SQLite's driver prepares a statement anew each time, which costs more than a small query: this keeps prepared statements
 * beside each physical connection. One belongs to a single thread at a time, and so do its statements. The driver closes
 * them together with their connection.
 */
final class SqlitePreparedStatements implements PreparedStatements {

    private static final int STATEMENTS_A_CONNECTION = 128;

    private final Map<SQLiteConnection, Map<String, PreparedStatement>> kept = new ConcurrentHashMap<>();

    @Override
    public PreparedStatement take(Connection connection, String sql) throws SQLException {
        if (!connection.isWrapperFor(SQLiteConnection.class)) {
            return BY_DRIVER.take(connection, sql);
        }
        SQLiteConnection physical = connection.unwrap(SQLiteConnection.class);
        Map<String, PreparedStatement> statements = kept.get(physical);
        // Taken out: a query may run again while its rows are still being read.
        PreparedStatement statement = statements == null ? null : statements.remove(sql);
        return statement == null || statement.isClosed() ? physical.prepareStatement(sql) : statement;
    }

    @Override
    public void giveBack(Connection connection, String sql, PreparedStatement statement) throws SQLException {
        if (!connection.isWrapperFor(SQLiteConnection.class)) {
            statement.close();
            return;
        }
        if (statement.isClosed()) {
            return;
        }
        // Values would stay in memory, and a time-out would hold for the next one.
        statement.clearParameters();
        if (statement.getQueryTimeout() != 0) {
            statement.setQueryTimeout(0);
        }
        PreparedStatement other =
                statements(connection.unwrap(SQLiteConnection.class)).put(sql, statement);
        if (other != null) {
            other.close();
        }
    }

    private Map<String, PreparedStatement> statements(SQLiteConnection physical) throws SQLException {
        Map<String, PreparedStatement> statements = kept.get(physical);
        if (statements == null) {
            for (SQLiteConnection other : kept.keySet()) {
                if (other.isClosed()) {
                    kept.remove(other);
                }
            }
            statements = new RecentlyUsed();
            kept.put(physical, statements);
        }
        return statements;
    }

    /** How many are kept, on all connections. */
    int size() {
        return kept.values().stream().mapToInt(Map::size).sum();
    }

    private static final class RecentlyUsed extends LinkedHashMap<String, PreparedStatement> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PreparedStatement> eldest) {
            if (size() <= STATEMENTS_A_CONNECTION) {
                return false;
            }
            try {
                eldest.getValue().close();
            } catch (SQLException alreadyGone) {
                return true;
            }
            return true;
        }
    }
}

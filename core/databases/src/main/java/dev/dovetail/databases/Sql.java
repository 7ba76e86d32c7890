package dev.dovetail.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The little JDBC that the servers need. */
final class Sql {

    /** Maps the current row. */
    interface Row<T> {
        T map(ResultSet row) throws SQLException;
    }

    private Sql() {}

    static String text(String jdbcUrl, String username, String password, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, username, password)) {
            return text(connection, query);
        }
    }

    static String text(Connection connection, String query) throws SQLException {
        return list(connection, row -> row.getString(1), query).get(0);
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Some statements between two others, the last of which runs in any case. */
    static void between(Connection connection, String first, List<String> statements, String last) throws SQLException {
        run(connection, first);
        try {
            run(connection, statements.toArray(String[]::new));
        } finally {
            run(connection, last);
        }
    }

    /** All in one text and one transaction, for drivers that take it so. */
    static void together(Connection connection, List<String> statements) throws SQLException {
        try {
            run(connection, "begin;" + String.join(";", statements) + ";commit");
        } catch (SQLException e) {
            run(connection, "rollback");
            throw e;
        }
    }

    /** A name, whatever is in it. */
    static String quoted(String name, char quote) {
        String text = String.valueOf(quote);
        return text + name.replace(text, text + text) + text;
    }

    static <T> List<T> list(Connection connection, Row<T> mapper, String query, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(mapper.map(rows));
                }
                return result;
            }
        }
    }
}

package dev.dovetail.migrations.lock;

import dev.dovetail.core.statement.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The little JDBC that locks need. */
final class Query {

    private Query() {}

    /** The columns of the first row as text; empty if there is none. */
    static List<@Nullable String> firstRow(Connection connection, String sql, Object... values) throws SQLException {
        Statements.record(sql);
        List<@Nullable String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        columns.add(rows.getString(i));
                    }
                }
            }
        }
        return columns;
    }

    /** The first column of the first row as text, or an empty text. */
    static String text(Connection connection, String sql, Object... values) throws SQLException {
        List<@Nullable String> row = firstRow(connection, sql, values);
        String first = row.isEmpty() ? null : row.get(0);
        return first == null ? "" : first;
    }

    static void run(Connection connection, String sql) throws SQLException {
        Statements.record(sql);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package dev.dovetail.core.internal.constraint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an engine knows about the constraints of its tables, as far as its exceptions do not say it themselves. */
interface Catalog {

    /** The columns of a constraint, those that a check compares, or none if it is not found. */
    List<String> columns(String table, String constraint) throws SQLException;

    /** The name of the primary key or unique key of these columns, or null. */
    default @Nullable String key(String table, List<String> columns) throws SQLException {
        return null;
    }

    /** All columns of a table, in its order. */
    default List<String> allColumns(String table) throws SQLException {
        return List.of();
    }

    /** The columns of the parent to which a foreign key of these columns points, if that is the parent. */
    default List<String> parentColumns(String table, List<String> columns, String parent) throws SQLException {
        return List.of();
    }

    /** How long the texts of columns may be, of those that have a limit. */
    default Map<String, Integer> lengths(String table) throws SQLException {
        return Map.of();
    }

    /** The first column of what a query returns. */
    static List<String> texts(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }
}

package dev.dovetail.core.internal.constraint;

import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.ConstraintViolation;
import dev.dovetail.core.error.DuplicateKeyException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the refused row of a batch where the driver does not tell it, by sending rows again in a savepoint. The rows before
 * it are written by then.
 *
 * @param namesKeysOnly whether the engine's words for a key that is there already are the same for each row
 */
record BatchAgain(Connection connection, boolean namesKeysOnly, String sql, List<@Nullable Object[]> rows) {

    /** Its place, or -1 if it is not found. What is tried is taken back. */
    int refused(SQLException failure, ConstraintViolation violation, WrittenColumns columns) throws SQLException {
        boolean inserts = columns.compared().isEmpty() && columns.written().size() == 1;
        return namesKeysOnly && violation instanceof DuplicateKeyException && inserts
                ? twin(violation.details(), columns.written().get(0))
                : again(failure);
    }

    /** The first one that is refused in the same words when it is sent again. */
    private int again(SQLException failure) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("savepoint dovetail_refused_row");
            try (PreparedStatement prepared = connection.prepareStatement(sql)) {
                for (int i = 0; i < rows.size(); i++) {
                    if (fails(prepared, rows.get(i), failure)) {
                        return i;
                    }
                }
                return -1;
            } finally {
                statement.execute("rollback to savepoint dovetail_refused_row");
                statement.execute("release savepoint dovetail_refused_row");
            }
        }
    }

    private static boolean fails(PreparedStatement statement, @Nullable Object[] row, SQLException failure)
            throws SQLException {
        for (int i = 0; i < row.length; i++) {
            statement.setObject(i + 1, row[i]);
        }
        try {
            statement.executeUpdate();
            return false;
        } catch (SQLException other) {
            return String.valueOf(other.getMessage()).equals(failure.getMessage());
        }
    }

    /** The first one that another row has the same key as. */
    private int twin(ConstraintDetails key, Map<String, Integer> parameters) throws SQLException {
        List<String> columns = key.columns().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        if (key.table() == null || columns.isEmpty() || !parameters.keySet().containsAll(columns)) {
            return -1;
        }
        List<String> others = parameters.keySet().stream()
                .filter(column -> !columns.contains(column))
                .toList();
        String query = "select 1 from " + quoted(key.table()) + " where "
                + columns.stream().map(column -> quoted(column) + " = ?").collect(Collectors.joining(" and "))
                + others.stream()
                        .map(column -> quoted(column) + " is not ?")
                        .collect(Collectors.joining(" or ", " and (", others.isEmpty() ? "1)" : ")"));
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < rows.size(); i++) {
                int place = 1;
                for (String column : columns) {
                    statement.setObject(place++, value(rows.get(i), parameters.get(column)));
                }
                for (String column : others) {
                    statement.setObject(place++, value(rows.get(i), parameters.get(column)));
                }
                try (ResultSet found = statement.executeQuery()) {
                    if (found.next()) {
                        return i;
                    }
                }
            }
            return -1;
        }
    }

    private static @Nullable Object value(@Nullable Object[] row, @Nullable Integer parameter) {
        return parameter != null && parameter < row.length ? row[parameter] : null;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

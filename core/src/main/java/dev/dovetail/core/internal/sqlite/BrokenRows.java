package dev.dovetail.core.internal.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows whose foreign keys point to nothing. There may be some from before, when nobody checked. */
final class BrokenRows {

    /** Each of its rows is looked at; in a larger table that takes longer than a failure may. */
    private static final int LARGEST_TABLE = 100_000;

    private BrokenRows() {}

    /** How many rows break each of these keys, if any do; without those of large tables. */
    static Map<ForeignKey, Long> of(List<ForeignKey> keys, Connection connection) throws SQLException {
        Map<String, Map<Integer, Long>> byTable = new HashMap<>();
        Map<ForeignKey, Long> broken = new LinkedHashMap<>();
        for (ForeignKey key : keys) {
            Map<Integer, Long> ofTable = byTable.get(key.child());
            if (ofTable == null) {
                ofTable = isLarge(key.child(), connection) ? Map.of() : counted(key.child(), connection);
                byTable.put(key.child(), ofTable);
            }
            Long rows = ofTable.get(key.id());
            if (rows != null) {
                broken.put(key, rows);
            }
        }
        return broken;
    }

    /** The first key that fewer rows break now than did then, or null. */
    static @Nullable ForeignKey increased(Map<ForeignKey, Long> then, Connection connection) throws SQLException {
        if (then.isEmpty()) {
            return null;
        }
        Map<ForeignKey, Long> now = of(List.copyOf(then.keySet()), connection);
        for (Map.Entry<ForeignKey, Long> key : then.entrySet()) {
            if (key.getValue() > now.getOrDefault(key.getKey(), 0L)) {
                return key.getKey();
            }
        }
        return null;
    }

    /** The key that the row breaks that was inserted last, or null; that is quick in a table of any size. */
    static @Nullable ForeignKey ofLastRow(String table, List<ForeignKey> keys, Connection connection) {
        for (ForeignKey key : keys) {
            if (key.isOf(table) && key.to().size() == key.from().size() && isBrokenByLastRow(key, connection)) {
                return key;
            }
        }
        return null;
    }

    private static boolean isBrokenByLastRow(ForeignKey key, Connection connection) {
        String given = key.from().stream()
                .map(column -> " and c." + quoted(column) + " is not null")
                .collect(Collectors.joining());
        String same = IntStream.range(0, key.from().size())
                .mapToObj(i -> "p." + quoted(key.to().get(i)) + " = c."
                        + quoted(key.from().get(i)))
                .collect(Collectors.joining(" and "));
        String sql = "select 1 from " + quoted(key.child()) + " c where c.rowid = last_insert_rowid()" + given
                + " and not exists (select 1 from " + quoted(key.parent()) + " p where " + same + ")";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next();
        } catch (SQLException withoutRowid) {
            return false;
        }
    }

    private static boolean isLarge(String table, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from (select 1 from " + quoted(table)
                        + " limit " + (LARGEST_TABLE + 1) + ")")) {
            return !result.next() || result.getInt(1) > LARGEST_TABLE;
        }
    }

    private static Map<Integer, Long> counted(String table, Connection connection) throws SQLException {
        Map<Integer, Long> counts = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select fkid, count(*) from pragma_foreign_key_check(?) group by fkid")) {
            statement.setString(1, table);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    counts.put(result.getInt(1), result.getLong(2));
                }
            }
        }
        return counts;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

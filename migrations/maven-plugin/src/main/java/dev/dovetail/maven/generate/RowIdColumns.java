package dev.dovetail.maven.generate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns that stand for SQLite's row id: {@code INTEGER PRIMARY KEY}, which is a bigint elsewhere, and the foreign
 * keys that point to one.
 *
 * @param keys the primary keys, as {@code table.column}
 * @param all these and the foreign keys
 */
record RowIdColumns(Set<String> keys, Set<String> all) {

    private static final String KEYS = "select t.name, c.name from pragma_table_list t"
            + " join pragma_table_info(t.name) c on c.pk = 1"
            + " where t.schema = 'main' and t.type = 'table' and t.wr = 0 and upper(c.type) = 'INTEGER'"
            + " and not exists (select 1 from pragma_table_info(t.name) other where other.pk = 2)";
    private static final String FOREIGN_KEYS = "select t.name, f.\"from\", f.\"table\" || '.' || coalesce(f.\"to\","
            + " (select p.name from pragma_table_info(f.\"table\") p where p.pk = 1))"
            + " from pragma_table_list t join pragma_foreign_key_list(t.name) f"
            + " join pragma_table_info(t.name) c on c.name = f.\"from\""
            + " where t.schema = 'main' and t.type = 'table' and upper(c.type) = 'INTEGER'";

    static RowIdColumns read(Connection connection) throws SQLException {
        Set<String> keys = new LinkedHashSet<>();
        for (List<String> row : rows(connection, KEYS)) {
            keys.add(row.get(0) + "." + row.get(1));
        }
        Set<String> all = new LinkedHashSet<>(keys);
        List<List<String>> foreignKeys = rows(connection, FOREIGN_KEYS);
        // A foreign key may point to a column that is one itself.
        boolean grown = true;
        while (grown) {
            grown = false;
            for (List<String> row : foreignKeys) {
                if (all.contains(row.get(2))) {
                    grown |= all.add(row.get(0) + "." + row.get(1));
                }
            }
        }
        return new RowIdColumns(keys, all);
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                found.add(row);
            }
        }
        return found;
    }
}

package dev.dovetail.core.internal.sqlite;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.text.SqlScanner;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key of a SQLite database.
 *
 * @param name as it was declared, or null if it has none
 * @param child the table that has it
 * @param id its number in that table
 * @param parent the table that it points to
 * @param from the columns of the child
 * @param to the columns of the parent
 */
public record ForeignKey(
        @Nullable String name, String child, int id, String parent, List<String> from, List<String> to) {

    /** Key words behind which a name of a constraint is no longer that of a foreign key. */
    private static final Set<String> OTHER_CONSTRAINTS =
            Set.of("primary", "unique", "check", "not", "null", "default", "collate", "generated", "as");

    boolean isOf(String table) {
        return child.equalsIgnoreCase(table);
    }

    boolean pointsTo(String table) {
        return parent.equalsIgnoreCase(table);
    }

    /** Those of all tables. */
    static List<ForeignKey> all(Connection connection) throws SQLException {
        List<ForeignKey> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("select distinct t.name from sqlite_schema t"
                        + " join pragma_foreign_key_list(t.name) where t.type = 'table' order by t.name")) {
            while (tables.next()) {
                all.addAll(of(tables.getString(1), connection));
            }
        }
        return all;
    }

    /** Those that a table has. */
    public static List<ForeignKey> of(String table, Connection connection) throws SQLException {
        Map<Integer, ForeignKey> keys = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, \"table\", \"from\", \"to\" from pragma_foreign_key_list(?) order by id, seq")) {
            statement.setString(1, table);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    int id = result.getInt(1);
                    String parent = result.getString(2);
                    ForeignKey key = keys.computeIfAbsent(
                            id,
                            number ->
                                    new ForeignKey(null, table, number, parent, new ArrayList<>(), new ArrayList<>()));
                    key.from().add(result.getString(3));
                    String to = result.getString(4);
                    if (to != null) {
                        key.to().add(to);
                    }
                }
            }
        }
        for (ForeignKey key : keys.values()) {
            if (key.to().isEmpty()) {
                key.to().addAll(primaryKey(key.parent(), connection));
            }
        }
        // The last one that was declared is number 0.
        List<@Nullable String> names = names(declaration(table, connection));
        return keys.values().stream()
                .map(key -> names.size() == keys.size() ? key.named(names.get(names.size() - 1 - key.id())) : key)
                .toList();
    }

    private static List<String> primaryKey(String table, Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select name from pragma_table_info(?) where pk > 0 order by pk")) {
            statement.setString(1, table);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    columns.add(result.getString(1));
                }
            }
        }
        return columns;
    }

    private static String declaration(String table, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select sql from sqlite_schema where type = 'table' and name = ? collate nocase")) {
            statement.setString(1, table);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getString(1) : "";
            }
        }
    }

    private ForeignKey named(@Nullable String newName) {
        return new ForeignKey(newName, child, id, parent, from, to);
    }

    /** The names of the foreign keys in a {@code create table}, in their order; SQLite keeps them nowhere else. */
    static List<@Nullable String> names(String declaration) {
        List<@Nullable String> names = new ArrayList<>();
        SqlScanner scanner = new SqlScanner(Engine.SQLITE, declaration);
        String name = null;
        boolean counted = false;
        while (scanner.next()) {
            if (scanner.depth() != 1) {
                continue;
            }
            if (scanner.is("constraint") && scanner.next()) {
                name = scanner.name();
            } else if (scanner.is("foreign")) {
                names.add(name);
                name = null;
                counted = true;
            } else if (scanner.is("references")) {
                if (!counted) {
                    names.add(name);
                }
                name = null;
                counted = false;
            } else if (scanner.isSign(',') || OTHER_CONSTRAINTS.contains(scanner.keyword())) {
                name = null;
            }
        }
        return names;
    }
}

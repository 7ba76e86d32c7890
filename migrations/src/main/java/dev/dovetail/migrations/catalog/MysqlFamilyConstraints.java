package dev.dovetail.migrations.catalog;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the constraints and indexes of MariaDB and MySQL. */
final class MysqlFamilyConstraints {

    private static final String KEYS = "select k.table_name, k.constraint_name, k.column_name, k.referenced_table_name,"
            + " k.referenced_column_name, r.delete_rule, r.update_rule from information_schema.key_column_usage k"
            + " join information_schema.referential_constraints r on r.constraint_schema = k.constraint_schema"
            + " and r.constraint_name = k.constraint_name and r.table_name = k.table_name"
            + " where k.table_schema = database() order by k.table_name, k.constraint_name, k.ordinal_position";

    private static final String INDEXES =
            "select table_name, index_name, non_unique = 0, column_name, collation, sub_part,"
                    + " index_type from information_schema.statistics where table_schema = database()"
                    + " order by table_name, index_name, seq_in_index";

    private MysqlFamilyConstraints() {}

    static void read(Connection connection, Engine engine, Map<String, TableDraft> tables) throws SQLException {
        foreignKeys(connection, tables);
        String checks = engine == Engine.MARIADB
                ? "select table_name, constraint_name, check_clause from information_schema.check_constraints"
                        + " where constraint_schema = database()"
                : "select t.table_name, t.constraint_name, c.check_clause from information_schema.table_constraints t"
                        + " join information_schema.check_constraints c on c.constraint_schema = t.constraint_schema"
                        + " and c.constraint_name = t.constraint_name where t.constraint_schema = database()";
        Rows.each(connection, checks, row -> {
            TableDraft table = tables.get(row.getString(1));
            if (table != null) {
                table.constraints.add(new Constraint(
                        Kind.CHECK, row.getString(2), List.of(), "check (" + row.getString(3) + ")", null));
            }
        });
        indexes(connection, tables);
    }

    private static void foreignKeys(Connection connection, Map<String, TableDraft> tables) throws SQLException {
        Map<String, List<String[]>> keys = new LinkedHashMap<>();
        Rows.each(connection, KEYS, row -> {
            String[] part = new String[7];
            for (int i = 0; i < part.length; i++) {
                part[i] = row.getString(i + 1);
            }
            keys.computeIfAbsent(part[0] + "\u0001" + part[1], key -> new ArrayList<>())
                    .add(part);
        });
        for (List<String[]> parts : keys.values()) {
            String[] first = parts.get(0);
            TableDraft table = tables.get(first[0]);
            if (table != null) {
                List<String> columns = parts.stream().map(part -> part[2]).toList();
                String definition = "foreign key " + list(columns) + " references " + quote(first[3]) + " "
                        + list(parts.stream().map(part -> part[4]).toList())
                        + action(" on delete ", first[5])
                        + action(" on update ", first[6]);
                table.constraints.add(new Constraint(Kind.FOREIGN_KEY, first[1], columns, definition, first[3]));
            }
        }
    }

    /** A unique constraint is a unique index here, and has no other trace. */
    private static void indexes(Connection connection, Map<String, TableDraft> tables) throws SQLException {
        Map<String, List<String[]>> indexes = new LinkedHashMap<>();
        Rows.each(connection, INDEXES, row -> {
            String[] part = new String[7];
            for (int i = 0; i < part.length; i++) {
                part[i] = row.getString(i + 1);
            }
            indexes.computeIfAbsent(part[0] + "\u0001" + part[1], key -> new ArrayList<>())
                    .add(part);
        });
        for (List<String[]> parts : indexes.values()) {
            String[] first = parts.get(0);
            TableDraft table = tables.get(first[0]);
            if (table == null) {
                continue;
            }
            List<String> columns = parts.stream().map(part -> part[3]).toList();
            if (first[1].equals("PRIMARY")) {
                table.constraints.add(
                        new Constraint(Kind.PRIMARY_KEY, null, columns, "primary key " + list(columns), null));
            } else if (first[2].equals("1")) {
                table.constraints.add(new Constraint(Kind.UNIQUE, first[1], columns, "unique " + texts(parts), null));
            } else if (!isOfForeignKey(table, first[1])) {
                boolean plain = first[6].equals("BTREE") && parts.stream().allMatch(part -> part[5] == null);
                String using = first[6].equals("BTREE") ? "" : first[6].toLowerCase(Locale.ROOT) + " ";
                table.indexes.add(new Index(first[1], false, columns, using + texts(parts), plain));
            }
        }
    }

    /** The engine makes an index for a foreign key that has none, under the name of the key, and drops it again. */
    private static boolean isOfForeignKey(TableDraft table, String index) {
        return table.constraints.stream()
                .anyMatch(constraint -> constraint.kind() == Kind.FOREIGN_KEY && index.equals(constraint.name()));
    }

    private static String texts(List<String[]> parts) {
        return parts.stream()
                .map(part -> quote(part[3])
                        + (part[5] == null ? "" : "(" + part[5] + ")")
                        + ("D".equals(part[4]) ? " desc" : ""))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String action(String words, String rule) {
        return rule.equals("RESTRICT") || rule.equals("NO ACTION") ? "" : words + rule.toLowerCase(Locale.ROOT);
    }

    private static String list(List<String> names) {
        return names.stream().map(MysqlFamilyConstraints::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String quote(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}

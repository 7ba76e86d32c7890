package dev.dovetail.migrations.catalog;

import dev.dovetail.migrations.catalog.Constraint.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the constraints and indexes of H2. */
final class H2Constraints {

    private static final String COLUMNS =
            "(select listagg(k.column_name, chr(1)) within group (order by k.ordinal_position)"
                    + " from information_schema.key_column_usage k where k.constraint_schema = %1$s.%2$s_schema"
                    + " and k.constraint_name = %1$s.%2$s_name)";

    private static final String QUERY = "select c.table_name, c.constraint_name, c.constraint_type, k.check_clause,"
            + " r.unique_constraint_name, r.delete_rule, r.update_rule, u.table_name, "
            + COLUMNS.formatted("c", "constraint") + ", " + COLUMNS.formatted("r", "unique_constraint")
            + " from information_schema.table_constraints c"
            + " left join information_schema.check_constraints k on k.constraint_schema = c.constraint_schema"
            + " and k.constraint_name = c.constraint_name"
            + " left join information_schema.referential_constraints r on r.constraint_schema = c.constraint_schema"
            + " and r.constraint_name = c.constraint_name"
            + " left join information_schema.table_constraints u on u.constraint_schema = r.unique_constraint_schema"
            + " and u.constraint_name = r.unique_constraint_name"
            + " where c.constraint_schema = schema()";

    private static final String INDEXES = "select i.table_name, i.index_name, i.index_type_name = 'UNIQUE INDEX',"
            + " listagg(c.column_name || case c.ordering_specification when 'DESC' then chr(2) else '' end, chr(1))"
            + " within group (order by c.ordinal_position)"
            + " from information_schema.indexes i join information_schema.index_columns c"
            + " on c.index_schema = i.index_schema and c.index_name = i.index_name and c.table_name = i.table_name"
            + " where i.table_schema = schema() and not i.is_generated"
            + " and not exists (select 1 from information_schema.table_constraints k"
            + " where k.index_schema = i.index_schema and k.index_name = i.index_name)"
            + " group by i.table_name, i.index_name, i.index_type_name";

    private H2Constraints() {}

    static void read(Connection connection, Map<String, TableDraft> tables) throws SQLException {
        Rows.each(connection, QUERY, row -> {
            TableDraft table = tables.get(row.getString(1));
            if (table != null) {
                List<String> columns = split(row.getString(9));
                String name = row.getString(2);
                table.constraints.add(
                        switch (row.getString(3)) {
                            case "PRIMARY KEY" ->
                                new Constraint(
                                        Kind.PRIMARY_KEY, name, columns, "primary key " + Names.list(columns), null);
                            case "UNIQUE" ->
                                new Constraint(Kind.UNIQUE, name, columns, "unique " + Names.list(columns), null);
                            case "FOREIGN KEY" ->
                                new Constraint(
                                        Kind.FOREIGN_KEY,
                                        name,
                                        columns,
                                        "foreign key " + Names.list(columns) + " references "
                                                + Names.quote(row.getString(8)) + " "
                                                + Names.list(split(row.getString(10)))
                                                + action(" on delete ", row.getString(6))
                                                + action(" on update ", row.getString(7)),
                                        row.getString(8));
                            default ->
                                new Constraint(Kind.CHECK, name, List.of(), "check (" + row.getString(4) + ")", null);
                        });
            }
        });
        Rows.each(connection, INDEXES, row -> {
            TableDraft table = tables.get(row.getString(1));
            if (table != null) {
                List<String> parts = split(row.getString(4));
                List<String> columns =
                        parts.stream().map(part -> part.replace("\u0002", "")).toList();
                table.indexes.add(new Index(
                        row.getString(2),
                        row.getBoolean(3),
                        columns,
                        parts.stream()
                                .map(part -> Names.quote(part.replace("\u0002", ""))
                                        + (part.endsWith("\u0002") ? " desc" : ""))
                                .collect(Collectors.joining(", ", "(", ")")),
                        true));
            }
        });
    }

    private static List<String> split(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split("\u0001"));
    }

    private static String action(String words, @Nullable String rule) {
        return rule == null || rule.equals("RESTRICT") || rule.equals("NO ACTION")
                ? ""
                : words + rule.toLowerCase(Locale.ROOT);
    }
}

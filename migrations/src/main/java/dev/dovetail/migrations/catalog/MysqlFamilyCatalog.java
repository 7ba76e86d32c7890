package dev.dovetail.migrations.catalog;

import dev.dovetail.core.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads MariaDB and MySQL: their {@code information_schema}. */
record MysqlFamilyCatalog(Engine engine) implements CatalogReader {

    @Override
    public Schema read(Connection connection) throws SQLException {
        Map<String, TableDraft> tables = new TreeMap<>();
        Rows.each(
                connection,
                "select table_name, table_comment from information_schema.tables where table_schema = database()"
                        + " and table_type = 'BASE TABLE' and table_name not like 'dovetail\\_%'",
                row -> {
                    TableDraft table = new TableDraft(row.getString(1));
                    table.comment = emptyToNull(row.getString(2));
                    tables.put(table.name, table);
                });
        columns(connection, tables);
        MysqlFamilyConstraints.read(connection, engine, tables);
        List<OtherObject> others = new ArrayList<>();
        for (String query : List.of(
                "select 'view', table_name, view_definition from information_schema.views where table_schema = database()",
                "select 'trigger', trigger_name, action_statement from information_schema.triggers"
                        + " where trigger_schema = database()",
                "select lower(routine_type), routine_name, coalesce(routine_definition, '') from"
                        + " information_schema.routines where routine_schema = database()")) {
            Rows.each(
                    connection,
                    query,
                    row -> others.add(new OtherObject(row.getString(1), row.getString(2), row.getString(3))));
        }
        return Schema.of(tables.values().stream().map(TableDraft::table).toList(), List.of(), List.of(), others);
    }

    private void columns(Connection connection, Map<String, TableDraft> tables) throws SQLException {
        Rows.each(
                connection,
                "select c.table_name, c.column_name, c.column_type, c.is_nullable, c.column_default, c.extra,"
                        + " c.generation_expression, c.column_comment,"
                        + " case when c.collation_name <> t.table_collation then c.collation_name end"
                        + " from information_schema.columns c join information_schema.tables t"
                        + " on t.table_schema = c.table_schema and t.table_name = c.table_name"
                        + " where c.table_schema = database() order by c.table_name, c.ordinal_position",
                row -> {
                    TableDraft table = tables.get(row.getString(1));
                    if (table != null) {
                        String extra = row.getString(6).toLowerCase(Locale.ROOT);
                        String expression = emptyToNull(row.getString(7));
                        table.columns.add(new Column(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4).equals("YES"),
                                defaultValue(row.getString(5), expression, extra),
                                extra.contains("auto_increment") ? "auto_increment" : null,
                                expression == null ? null : new Column.Generated(expression, extra.contains("stored")),
                                row.getString(9),
                                emptyToNull(row.getString(8))));
                    }
                });
    }

    /** MariaDB gives an expression, with NULL as a word; MySQL a bare text, or an expression that it says is one. */
    private @Nullable String defaultValue(@Nullable String text, @Nullable String generated, String extra) {
        if (text == null || generated != null || text.equalsIgnoreCase("null")) {
            return null;
        }
        String onUpdate = extra.contains("on update") ? extra.substring(extra.indexOf("on update")) : "";
        if (engine == Engine.MARIADB) {
            return (text + " " + onUpdate).strip();
        }
        boolean expression = extra.contains("default_generated");
        return ((expression ? text : "'" + text.replace("'", "''") + "'") + " " + onUpdate).strip();
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}

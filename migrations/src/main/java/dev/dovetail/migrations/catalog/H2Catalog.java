package dev.dovetail.migrations.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads H2: its {@code information_schema}. */
final class H2Catalog implements CatalogReader {

    private static final String OWN = " not ilike 'dovetail\\_%' ";

    @Override
    public Schema read(Connection connection) throws SQLException {
        Map<String, TableDraft> tables = new TreeMap<>();
        Rows.each(
                connection,
                "select table_name, remarks from information_schema.tables where table_schema = schema()"
                        + " and table_type = 'BASE TABLE' and table_name" + OWN,
                row -> {
                    TableDraft table = new TableDraft(row.getString(1));
                    table.comment = row.getString(2);
                    tables.put(table.name, table);
                });
        columns(connection, tables);
        List<Sequence> sequences = new ArrayList<>();
        Rows.each(
                connection,
                "select sequence_name, 'as ' || data_type || ' start with ' || start_value || ' increment by ' || increment"
                        + " || ' minvalue ' || minimum_value || ' maxvalue ' || maximum_value"
                        + " || case cycle_option when 'YES' then ' cycle' else '' end"
                        + " from information_schema.sequences where sequence_schema = schema()",
                row -> sequences.add(new Sequence(row.getString(1), row.getString(2), null)));
        List<OtherObject> others = new ArrayList<>();
        Rows.each(
                connection,
                "select 'view', table_name, view_definition from information_schema.views where table_schema = schema()",
                row -> others.add(
                        new OtherObject(row.getString(1), row.getString(2), String.valueOf(row.getString(3)))));
        Rows.each(
                connection,
                "select 'trigger', trigger_name, coalesce(java_class, '') from information_schema.triggers"
                        + " where trigger_schema = schema()",
                row -> others.add(new OtherObject(row.getString(1), row.getString(2), row.getString(3))));
        H2Constraints.read(connection, tables);
        return Schema.of(tables.values().stream().map(TableDraft::table).toList(), sequences, List.of(), others);
    }

    private static void columns(Connection connection, Map<String, TableDraft> tables) throws SQLException {
        Rows.each(
                connection,
                "select table_name, column_name, data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier),"
                        + " is_nullable, column_default, identity_generation, is_generated, generation_expression, remarks"
                        + " from information_schema.columns where table_schema = schema()"
                        + " order by table_name, ordinal_position",
                row -> {
                    TableDraft table = tables.get(row.getString(1));
                    if (table != null) {
                        boolean generated = row.getString(7).equals("ALWAYS");
                        String identity = row.getString(6);
                        table.columns.add(new Column(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4).equals("YES"),
                                generated || identity != null ? null : row.getString(5),
                                identity == null ? null : identity.toLowerCase(Locale.ROOT),
                                generated ? new Column.Generated(row.getString(8), true) : null,
                                null,
                                row.getString(9)));
                    }
                });
    }
}

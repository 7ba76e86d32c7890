package dev.dovetail.migrations.catalog;

import dev.dovetail.migrations.catalog.Constraint.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL 12 and newer: {@code pg_catalog}, and the texts that the server itself makes of it. */
final class PostgresqlCatalog implements CatalogReader {

    private static final String USING = " USING ";
    private static final String USUAL = "btree ";

    @Override
    public Schema read(Connection connection) throws SQLException {
        Map<String, TableDraft> tables = new TreeMap<>();
        Rows.each(connection, PostgresqlQueries.TABLES, row -> {
            TableDraft table = new TableDraft(row.getString(1));
            table.comment = row.getString(2);
            tables.put(table.name, table);
        });
        Rows.each(
                connection,
                PostgresqlQueries.COLUMNS,
                row -> add(tables, row, (table, in) -> {
                    table.columns.add(column(in));
                }));
        Rows.each(
                connection,
                PostgresqlQueries.CONSTRAINTS,
                row -> add(tables, row, (table, in) -> {
                    table.constraints.add(constraint(in));
                }));
        Rows.each(
                connection,
                PostgresqlQueries.INDEXES,
                row -> add(tables, row, (table, in) -> {
                    table.indexes.add(index(in));
                }));
        List<Sequence> sequences = new ArrayList<>();
        Rows.each(
                connection,
                PostgresqlQueries.SEQUENCES,
                row -> sequences.add(new Sequence(row.getString(1), row.getString(2), row.getString(3))));
        Collection<TableDraft> drafts = tables.values();
        return Schema.of(
                drafts.stream().map(TableDraft::table).toList(), sequences, enums(connection), others(connection));
    }

    private static void add(Map<String, TableDraft> tables, ResultSet row, Part part) throws SQLException {
        TableDraft table = tables.get(row.getString(1));
        if (table != null) {
            part.read(table, row);
        }
    }

    private static Column column(ResultSet row) throws SQLException {
        String expression = row.getString(5) == null ? null : PostgresqlText.settled(row.getString(5));
        String generated = row.getString(7);
        boolean computed = !generated.isEmpty();
        return new Column(
                row.getString(2),
                row.getString(3),
                !row.getBoolean(4),
                computed ? null : expression,
                switch (row.getString(6)) {
                    case "a" -> "always";
                    case "d" -> "by default";
                    default -> null;
                },
                computed && expression != null ? new Column.Generated(expression, generated.equals("s")) : null,
                row.getString(8),
                row.getString(9));
    }

    private static Constraint constraint(ResultSet row) throws SQLException {
        Kind kind = switch (row.getString(3)) {
            case "p" -> Kind.PRIMARY_KEY;
            case "u" -> Kind.UNIQUE;
            case "f" -> Kind.FOREIGN_KEY;
            case "x" -> Kind.EXCLUSION;
            default -> Kind.CHECK;
        };
        return new Constraint(
                kind,
                row.getString(2),
                kind == Kind.CHECK ? List.of() : names(row.getString(6)),
                PostgresqlText.settled(row.getString(4)),
                row.getString(5));
    }

    private static Index index(ResultSet row) throws SQLException {
        String definition = row.getString(4);
        String method = definition.substring(definition.indexOf(USING) + USING.length());
        boolean usual = method.startsWith(USUAL);
        return new Index(
                row.getString(2),
                row.getBoolean(3),
                names(row.getString(6)),
                PostgresqlText.settled(usual ? method.substring(USUAL.length()) : "using " + method),
                row.getBoolean(5));
    }

    private static List<EnumType> enums(Connection connection) throws SQLException {
        Map<String, List<String>> values = new TreeMap<>();
        Rows.each(
                connection,
                PostgresqlQueries.ENUMS,
                row -> values.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(row.getString(2)));
        return values.entrySet().stream()
                .map(entry -> new EnumType(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<OtherObject> others(Connection connection) throws SQLException {
        List<OtherObject> others = new ArrayList<>();
        for (String query : PostgresqlQueries.OTHERS) {
            Rows.each(
                    connection,
                    query,
                    row -> others.add(new OtherObject(row.getString(1), row.getString(2), row.getString(3))));
        }
        return others;
    }

    /** Names are joined by a character that cannot stand in one here. */
    private static List<String> names(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split("\u0001"));
    }

    private interface Part {
        void read(TableDraft table, ResultSet row) throws SQLException;
    }
}

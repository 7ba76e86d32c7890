package dev.dovetail.migrations.catalog;

import dev.dovetail.migrations.catalog.Constraint.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads SQLite: one query for the statements that it keeps, which say everything. */
final class SqliteCatalog implements CatalogReader {

    private static final String QUERY = "select type, name, tbl_name, sql from sqlite_master"
            + " where sql is not null and name not like 'sqlite\\_%' escape '\\'"
            + " and lower(tbl_name) not like 'dovetail\\_%' escape '\\'"
            + " and tbl_name not in (select name from pragma_table_list where type = 'shadow') order by type desc, name";

    @Override
    public Schema read(Connection connection) throws SQLException {
        Map<String, TableDraft> tables = new TreeMap<>();
        List<OtherObject> others = new ArrayList<>();
        List<String[]> indexes = new ArrayList<>();
        Rows.each(connection, QUERY, row -> {
            String type = row.getString(1);
            String name = SqliteText.name(quoted(row.getString(2)));
            String sql = row.getString(4);
            switch (type) {
                case "table" -> {
                    List<String> pieces = SqliteText.pieces(sql);
                    if (SqliteText.isWord(pieces.get(1), "virtual")) {
                        others.add(new OtherObject("virtual table", name, SqliteText.join(pieces)));
                    } else {
                        tables.put(name, SqliteTableParser.parse(name, sql));
                    }
                }
                case "index" -> indexes.add(new String[] {name, SqliteText.name(quoted(row.getString(3))), sql});
                default -> others.add(new OtherObject(type, name, SqliteText.join(SqliteText.pieces(sql))));
            }
        });
        for (String[] index : indexes) {
            TableDraft table = tables.get(index[1]);
            if (table != null) {
                table.indexes.add(index(index[0], index[2]));
            }
        }
        Collection<TableDraft> drafts = tables.values();
        drafts.forEach(table -> table.constraints.replaceAll(constraint -> resolved(constraint, tables)));
        return Schema.of(drafts.stream().map(TableDraft::table).toList(), List.of(), List.of(), others);
    }

    private static String quoted(String name) {
        return Names.quote(name);
    }

    private static Index index(String name, String sql) {
        SqlitePieces in = new SqlitePieces(SqliteText.pieces(sql));
        boolean unique = in.isNext("unique");
        in.skipTo("on");
        in.take();
        in.take();
        String list = in.parentheses();
        boolean partial = !in.atEnd();
        List<String> columns = new ArrayList<>();
        boolean plain = !partial;
        for (List<String> part : SqliteText.parts(list)) {
            boolean column =
                    part.size() == 1 || (part.size() == 2 && part.get(1).matches("(?i)asc|desc"));
            if (column) {
                columns.add(SqliteText.name(part.get(0)));
            } else {
                plain = false;
            }
        }
        String text = SqliteText.parts(list).stream()
                .map(part ->
                        SqliteText.isWord(part.get(part.size() - 1), "asc") ? part.subList(0, part.size() - 1) : part)
                .map(SqliteText::join)
                .collect(Collectors.joining(", ", "(", ")"));
        return new Index(name, unique, columns, partial ? text + " " + in.rest() : text, plain);
    }

    /** A foreign key that names no columns means the primary key of its table. */
    private static Constraint resolved(Constraint constraint, Map<String, TableDraft> tables) {
        String target = constraint.target();
        TableDraft table = target == null ? null : tables.get(target);
        String reference = " references " + Names.quote(target == null ? "" : target);
        if (table == null || constraint.definition().contains(reference + " (")) {
            return constraint;
        }
        List<String> key = table.constraints.stream()
                .filter(other -> other.kind() == Kind.PRIMARY_KEY)
                .findFirst()
                .map(Constraint::columns)
                .orElse(List.of());
        return key.isEmpty()
                ? constraint
                : new Constraint(
                        constraint.kind(),
                        constraint.name(),
                        constraint.columns(),
                        constraint.definition().replace(reference, reference + " " + Names.list(key)),
                        target);
    }
}

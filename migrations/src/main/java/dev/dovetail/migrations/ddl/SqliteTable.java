package dev.dovetail.migrations.ddl;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Column.Generated;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.Index;
import dev.dovetail.migrations.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that make a table of SQLite. */
final class SqliteTable {

    private SqliteTable() {}

    static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String create(Table table, String name) {
        List<String> parts = new ArrayList<>();
        boolean numbered = false;
        for (Column column : table.columns()) {
            if (column.identity() == null) {
                parts.add(definition(column));
            } else {
                numbered = true;
                parts.add(numbered(table, column));
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (!numbered || constraint.kind() != Kind.PRIMARY_KEY) {
                parts.add(clause(constraint));
            }
        }
        return "create table " + quote(name)
                + parts.stream().collect(Collectors.joining(",\n    ", " (\n    ", "\n)"))
                + (table.options().isEmpty() ? "" : " " + table.options());
    }

    /** AUTOINCREMENT is understood beside the column only. */
    private static String numbered(Table table, Column column) {
        Constraint key = table.constraints(Kind.PRIMARY_KEY).get(0);
        return quote(column.name()) + " " + column.type() + (column.nullable() ? "" : " not null")
                + (key.name() == null ? "" : " constraint " + quote(key.name()))
                + " primary key autoincrement";
    }

    static String definition(Column column) {
        StringBuilder text = new StringBuilder(quote(column.name()));
        if (!column.type().isEmpty()) {
            text.append(' ').append(column.type());
        }
        if (column.collation() != null) {
            text.append(" collate ").append(column.collation());
        }
        if (column.defaultValue() != null) {
            text.append(" default ").append(column.defaultValue());
        }
        Generated generated = column.generated();
        if (generated != null) {
            text.append(" generated always as ")
                    .append(generated.expression())
                    .append(generated.stored() ? " stored" : " virtual");
        }
        return text.append(column.nullable() ? "" : " not null").toString();
    }

    static String clause(Constraint constraint) {
        String name = constraint.name();
        return (name == null ? "" : "constraint " + quote(name) + " ") + constraint.definition();
    }

    static String create(String table, Index index) {
        return "create " + (index.unique() ? "unique " : "") + "index " + quote(index.name()) + " on " + quote(table)
                + " " + index.definition();
    }
}

package dev.dovetail.migrations.ddl;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.EnumType;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Operation.ChangeEnum;
import dev.dovetail.migrations.diff.SchemaChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Types with listed values: a value is added in place, and removed by making the type anew. */
record PostgresqlEnums(Dialect dialect) {

    String create(EnumType type) {
        return "create type " + dialect.quote(type.name()) + " as enum "
                + type.values().stream().map(Dialect::text).collect(Collectors.joining(", ", "(", ")"));
    }

    List<String> addValues(EnumType before, EnumType after) {
        List<String> sql = new ArrayList<>();
        List<String> known = new ArrayList<>(before.values());
        for (int i = 0; i < after.values().size(); i++) {
            String value = after.values().get(i);
            if (!known.contains(value)) {
                String place = i < known.size() ? " before " + Dialect.text(known.get(i)) : "";
                sql.add("alter type " + dialect.quote(after.name()) + " add value " + Dialect.text(value) + place);
                known.add(i, value);
            }
        }
        return sql;
    }

    /** A value that was added cannot be used before the transaction has ended. */
    boolean usesNewValue(EnumType before, EnumType after, SchemaChange whole) {
        String others = whole.operations().stream()
                .filter(operation -> !(operation instanceof ChangeEnum))
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        return after.values().stream()
                .filter(value -> !before.values().contains(value))
                .anyMatch(value -> others.contains(Dialect.text(value) + "::"));
    }

    List<String> rebuild(EnumType after, SchemaChange whole) {
        String old = after.name() + "_dovetail_old";
        List<String> sql = new ArrayList<>();
        sql.add("alter type " + dialect.quote(after.name()) + " rename to " + dialect.quote(old));
        sql.add(create(after));
        for (Table table : whole.before().tables().values()) {
            Table now = whole.after().table(table.name());
            for (Column column : table.columns()) {
                Column then = now == null ? null : now.column(column.name()).orElse(null);
                if (then != null && EnumColumns.isOf(column, after)) {
                    String alter = dialect.alter(table.name()) + "alter column " + dialect.quote(column.name()) + " ";
                    if (column.defaultValue() != null) {
                        sql.add(alter + "drop default");
                    }
                    String type = column.type();
                    sql.add(alter + "type " + type + " using " + dialect.quote(column.name()) + "::text"
                            + (type.endsWith("[]") ? "[]" : "") + "::" + type);
                    if (column.defaultValue() != null && column.defaultValue().equals(then.defaultValue())) {
                        sql.add(alter + "set default " + column.defaultValue());
                    }
                }
            }
        }
        sql.add("drop type " + dialect.quote(old));
        return sql;
    }
}

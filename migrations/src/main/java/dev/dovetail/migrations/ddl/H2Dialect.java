package dev.dovetail.migrations.ddl;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Column.Generated;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Sequence;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Operation.ChangeColumn;
import dev.dovetail.migrations.diff.Operation.ChangeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** H2. */
final class H2Dialect extends Dialect {

    @Override
    String definition(Column column) {
        StringBuilder text = new StringBuilder(quote(column.name())).append(' ').append(column.type());
        if (column.identity() != null) {
            text.append(" generated ").append(column.identity()).append(" as identity");
        }
        Generated generated = column.generated();
        if (generated != null) {
            text.append(" generated always as (").append(generated.expression()).append(')');
        }
        if (column.defaultValue() != null) {
            text.append(" default ").append(column.defaultValue());
        }
        return text.append(column.nullable() ? "" : " not null").toString();
    }

    @Override
    List<String> comments(Table table) {
        List<String> sql = new ArrayList<>();
        if (table.comment() != null) {
            sql.add("comment on table " + quote(table.name()) + " is " + textOrNull(table.comment()));
        }
        table.columns().forEach(column -> sql.addAll(comment(table.name(), column)));
        return sql;
    }

    @Override
    List<String> comment(String table, Column column) {
        return column.comment() == null ? List.of() : List.of(columnComment(table, column));
    }

    private String columnComment(String table, Column column) {
        return "comment on column " + quote(table) + "." + quote(column.name()) + " is " + textOrNull(column.comment());
    }

    private static String textOrNull(@Nullable String text) {
        return text == null ? "null" : text(text);
    }

    @Override
    List<String> change(ChangeTable change) {
        return List.of("comment on table " + quote(change.after().name()) + " is "
                + textOrNull(change.after().comment()));
    }

    @Override
    List<String> change(ChangeColumn change) {
        Column before = change.before();
        Column after = change.after();
        String column = alter(change.table()) + "alter column " + quote(after.name()) + " ";
        List<String> sql = new ArrayList<>();
        if (before.identity() != null && after.identity() == null) {
            sql.add(column + "drop identity");
        }
        if (change.changesType()) {
            sql.add(column + "set data type " + after.type());
        }
        if (!Objects.equals(before.defaultValue(), after.defaultValue())) {
            sql.add(column + (after.defaultValue() == null ? "drop default" : "set default " + after.defaultValue()));
        }
        if (before.nullable() && !after.nullable()) {
            if (after.defaultValue() != null) {
                sql.add("update " + quote(change.table()) + " set " + quote(after.name()) + " = default where "
                        + quote(after.name()) + " is null");
            }
            sql.add(column + "set not null");
        }
        if (after.identity() != null && !after.identity().equals(before.identity())) {
            sql.add(column + "set generated " + after.identity());
            if (before.identity() == null) {
                // It begins at 1, and the rows that are there have numbers already.
                sql.add(column + "restart with (select coalesce(max(" + quote(after.name()) + "), 0) + 1 from "
                        + quote(change.table()) + ")");
            }
        }
        if (!before.nullable() && after.nullable()) {
            sql.add(column + "drop not null");
        }
        if (!Objects.equals(before.comment(), after.comment())) {
            sql.add(columnComment(change.table(), after));
        }
        return sql;
    }

    @Override
    String renameColumn(String table, String from, String to) {
        return alter(table) + "alter column " + quote(from) + " rename to " + quote(to);
    }

    @Override
    List<String> rename(String table, Constraint before, Constraint after) {
        return List.of(alter(table) + "rename constraint " + quote(String.valueOf(before.name())) + " to "
                + quote(String.valueOf(after.name())));
    }

    @Override
    List<String> change(Sequence before, Sequence after) {
        return List.of("drop sequence " + quote(before.name()), create(after));
    }
}

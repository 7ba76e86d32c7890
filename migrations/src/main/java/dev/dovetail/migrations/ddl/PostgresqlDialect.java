package dev.dovetail.migrations.ddl;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Column.Generated;
import dev.dovetail.migrations.catalog.EnumType;
import dev.dovetail.migrations.catalog.Sequence;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Operation.ChangeColumn;
import dev.dovetail.migrations.diff.Operation.ChangeTable;
import dev.dovetail.migrations.diff.SchemaChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** PostgreSQL. */
final class PostgresqlDialect extends Dialect {

    private final PostgresqlEnums enums = new PostgresqlEnums(this);

    @Override
    String definition(Column column) {
        StringBuilder text = new StringBuilder(quote(column.name())).append(' ').append(column.type());
        if (column.collation() != null) {
            text.append(" collate ").append(quote(column.collation()));
        }
        if (column.identity() != null) {
            text.append(" generated ").append(column.identity()).append(" as identity");
        }
        Generated generated = column.generated();
        if (generated != null) {
            text.append(" generated always as (")
                    .append(generated.expression())
                    .append(generated.stored() ? ") stored" : ") virtual");
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
            sql.add(tableComment(table));
        }
        table.columns().forEach(column -> sql.addAll(comment(table.name(), column)));
        return sql;
    }

    private String tableComment(Table table) {
        return "comment on table " + quote(table.name()) + " is " + textOrNull(table.comment());
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
        return Objects.equals(change.before().comment(), change.after().comment())
                ? List.of()
                : List.of(tableComment(change.after()));
    }

    @Override
    List<String> change(ChangeColumn change) {
        Column before = change.before();
        Column after = change.after();
        String column = alter(change.table()) + "alter column " + quote(after.name()) + " ";
        boolean defaultChanges = !Objects.equals(before.defaultValue(), after.defaultValue());
        List<String> sql = new ArrayList<>();
        if (before.defaultValue() != null && (defaultChanges || change.changesType())) {
            sql.add(column + "drop default");
        }
        if (before.identity() != null && after.identity() == null) {
            sql.add(column + "drop identity");
        }
        if (change.changesType()) {
            sql.add(column + "type " + after.type()
                    + (after.collation() == null ? "" : " collate " + quote(after.collation()))
                    + PostgresqlCasts.using(before, after, quote(after.name())));
        }
        if (after.defaultValue() != null && (defaultChanges || change.changesType())) {
            sql.add(column + "set default " + after.defaultValue());
        }
        if (before.nullable() && !after.nullable()) {
            if (after.defaultValue() != null) {
                sql.add("update " + quote(change.table()) + " set " + quote(after.name()) + " = default where "
                        + quote(after.name()) + " is null");
            }
            sql.add(column + "set not null");
        }
        identity(change, column, sql);
        if (!before.nullable() && after.nullable()) {
            sql.add(column + "drop not null");
        }
        if (!Objects.equals(before.comment(), after.comment())) {
            sql.add(columnComment(change.table(), after));
        }
        return sql;
    }

    private void identity(ChangeColumn change, String column, List<String> sql) {
        String before = change.before().identity();
        String after = change.after().identity();
        if (after == null || after.equals(before)) {
            return;
        }
        if (before != null) {
            sql.add(column + "set generated " + after);
            return;
        }
        String name = quote(change.after().name());
        sql.add(column + "add generated " + after + " as identity");
        // It begins at 1, and the rows that are there have numbers already.
        sql.add("select setval(pg_get_serial_sequence(" + text(quote(change.table())) + ", "
                + text(change.after().name()) + "), coalesce(max(" + name + "), 0) + 1, false) from "
                + quote(change.table()));
    }

    @Override
    List<String> change(Sequence before, Sequence after) {
        List<String> sql = new ArrayList<>();
        if (!before.definition().equals(after.definition())) {
            sql.add("alter sequence " + quote(after.name()) + " " + after.definition()
                    + (after.definition().endsWith(" cycle") ? "" : " no cycle"));
        }
        if (!Objects.equals(before.owner(), after.owner())) {
            sql.add(ownedBy(after));
        }
        return sql;
    }

    @Override
    List<String> own(Sequence sequence) {
        return sequence.owner() == null ? List.of() : List.of(ownedBy(sequence));
    }

    private String ownedBy(Sequence sequence) {
        return "alter sequence " + quote(sequence.name()) + " owned by "
                + (sequence.owner() == null ? "none" : sequence.owner());
    }

    @Override
    List<String> create(EnumType type) {
        return List.of(enums.create(type));
    }

    @Override
    List<String> change(EnumType before, EnumType after, SchemaChange whole) {
        return rewrites(before, after, whole) ? enums.rebuild(after, whole) : enums.addValues(before, after);
    }

    @Override
    boolean rewrites(EnumType before, EnumType after, SchemaChange whole) {
        return !before.growsInto(after) || enums.usesNewValue(before, after, whole);
    }
}

package dev.dovetail.core.bulk;

import dev.dovetail.core.internal.bulk.BulkStatements;
import dev.dovetail.core.spi.DatabaseAccess;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * What all bulk operations are configured with.
 *
 * @param commitEvery after how many rows to commit, or 0 for all or nothing
 */
record BulkSettings(
        BulkStatements statements,
        Table<?> table,
        LongConsumer progress,
        int commitEvery,
        @Nullable BulkCheckpoint checkpoint) {

    static BulkSettings of(BulkStatements statements, Table<?> table) {
        return new BulkSettings(statements, Objects.requireNonNull(table, "table"), rows -> {}, 0, null);
    }

    DatabaseAccess access() {
        return statements.access();
    }

    BulkSettings progress(LongConsumer rowsSent) {
        return new BulkSettings(
                statements, table, Objects.requireNonNull(rowsSent, "rowsSent"), commitEvery, checkpoint);
    }

    BulkSettings commitEvery(int rows, @Nullable BulkCheckpoint newCheckpoint) {
        if (rows < 1) {
            throw new IllegalArgumentException("A bulk operation commits every 1 or more rows, got " + rows);
        }
        return new BulkSettings(statements, table, progress, rows, newCheckpoint);
    }

    /** The columns, if there is one and none stands twice. */
    static List<Field<?>> distinct(String what, Field<?>... columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException(what + " needs at least one column");
        }
        Set<String> names = List.of(columns).stream().map(Field::getName).collect(Collectors.toSet());
        if (names.size() < columns.length) {
            throw new IllegalArgumentException(what + " names a column twice: "
                    + List.of(columns).stream().map(Field::getName).collect(Collectors.joining(", ")));
        }
        return List.of(columns);
    }

    static void requireAmong(String what, List<Field<?>> some, List<Field<?>> all) {
        Set<String> names = all.stream().map(Field::getName).collect(Collectors.toSet());
        for (Field<?> column : some) {
            if (!names.contains(column.getName())) {
                throw new IllegalArgumentException(
                        what + " names the column " + column.getName() + ", which is not among the columns " + names);
            }
        }
    }
}

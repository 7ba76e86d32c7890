package dev.dovetail.core.bulk;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.jdbc.SqlFailures;
import dev.dovetail.core.spi.DatabaseAccess;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Chooses the engine's way when the rows come. */
record DatabaseBulkInsert<R extends Record>(
        DatabaseAccess access, Table<R> table, List<Field<?>> columns, LongConsumer progress) implements BulkInsert<R> {

    @Override
    public BulkInsert<R> columns(Field<?>... newColumns) {
        if (newColumns.length == 0) {
            throw new IllegalArgumentException("A bulk insert needs at least one column");
        }
        Set<String> names = new HashSet<>();
        for (Field<?> column : newColumns) {
            if (!names.add(column.getName())) {
                throw new IllegalArgumentException("The column " + column.getName() + " is named twice");
            }
        }
        return new DatabaseBulkInsert<>(access, table, List.of(newColumns), progress);
    }

    @Override
    public BulkInsert<R> onProgress(LongConsumer rowsSent) {
        return new DatabaseBulkInsert<>(access, table, columns, Objects.requireNonNull(rowsSent, "rowsSent"));
    }

    @Override
    public <T> long rows(Iterator<? extends T> elements, Function<? super T, BulkRow> toRow) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A bulk insert needs columns(…) before rows(…)");
        }
        BulkRows rows = new BulkRows(table, columns, new Mapped<>(elements, toRow));
        return access.transactions().transactor().call(() -> {
            if (access.transactions()
                    .require("bulk insert")
                    .resource()
                    .options()
                    .readOnly()) {
                throw SqlFailures.readOnly("bulk insert into " + table.getName(), null);
            }
            return access.engine() == Engine.POSTGRESQL
                    ? new CopyInsert(access, table, columns, progress).insert(rows)
                    : new BatchInsert(access, table, columns, progress).insert(rows);
        });
    }

    private record Mapped<T>(Iterator<? extends T> elements, Function<? super T, BulkRow> toRow)
            implements Iterator<BulkRow> {

        @Override
        public boolean hasNext() {
            return elements.hasNext();
        }

        @Override
        public BulkRow next() {
            return toRow.apply(elements.next());
        }
    }
}

package dev.dovetail.core.bulk;

import dev.dovetail.core.internal.bulk.BulkWork;
import dev.dovetail.core.internal.bulk.BulkWork.Kind;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jooq.Field;
import org.jooq.Record;

/** An insert, or an upsert if it has a key. */
record DatabaseInsert<R extends Record>(
        BulkSettings settings, List<Field<?>> columns, Kind kind, List<Field<?>> key, List<Field<?>> set)
        implements BulkInsert<R> {

    static <R extends Record> BulkInsert<R> into(BulkSettings settings) {
        return new DatabaseInsert<>(settings, List.of(), Kind.INSERT, List.of(), List.of());
    }

    @Override
    public BulkInsert<R> columns(Field<?>... newColumns) {
        return new DatabaseInsert<>(settings, BulkSettings.distinct("columns(…)", newColumns), kind, key, set);
    }

    @Override
    public BulkConflict<R> onConflict(Field<?>... newKey) {
        return new Conflict(BulkSettings.distinct("onConflict(…)", newKey));
    }

    @Override
    public <K> BulkKeys<K> returning(Field<K> column) {
        if (kind != Kind.INSERT) {
            throw new IllegalArgumentException("returning(…) does not go with onConflict(…): a row that is not"
                    + " inserted gets no new " + column.getName() + ". Look the keys up after the upsert");
        }
        return new DatabaseKeys<>(settings, work(), column);
    }

    @Override
    public BulkInsert<R> onProgress(LongConsumer rowsSent) {
        return with(settings.progress(rowsSent));
    }

    @Override
    public BulkInsert<R> committingEvery(int rows) {
        return with(settings.commitEvery(rows, null));
    }

    @Override
    public BulkInsert<R> committingEvery(int rows, BulkCheckpoint checkpoint) {
        return with(settings.commitEvery(rows, checkpoint));
    }

    @Override
    public <T> long rows(Iterator<? extends T> elements, Function<? super T, BulkRow> toRow) {
        return new BulkRun(settings, work(), null).run(elements, toRow);
    }

    private BulkWork work() {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A bulk insert needs columns(…) before rows(…)");
        }
        BulkSettings.requireAmong("onConflict(…)", key, columns);
        BulkSettings.requireAmong("update(…)", set, columns);
        return new BulkWork(kind, settings.table(), columns, key, set);
    }

    private BulkInsert<R> with(BulkSettings newSettings) {
        return new DatabaseInsert<>(newSettings, columns, kind, key, set);
    }

    private final class Conflict implements BulkConflict<R> {

        private final List<Field<?>> newKey;

        Conflict(List<Field<?>> newKey) {
            this.newKey = newKey;
        }

        @Override
        public BulkInsert<R> update(Field<?>... newSet) {
            return new DatabaseInsert<>(
                    settings, columns, Kind.UPSERT, newKey, BulkSettings.distinct("update(…)", newSet));
        }

        @Override
        public BulkInsert<R> doNothing() {
            return new DatabaseInsert<>(settings, columns, Kind.INSERT_MISSING, newKey, List.of());
        }
    }
}

package dev.dovetail.core.bulk;

import dev.dovetail.core.internal.bulk.BulkWork;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jooq.Field;
import org.jooq.Record;

/** An update from values. */
record DatabaseUpdate<R extends Record>(BulkSettings settings, List<Field<?>> key, List<Field<?>> set)
        implements BulkUpdate<R> {

    static <R extends Record> BulkUpdate<R> of(BulkSettings settings) {
        return new DatabaseUpdate<>(settings, List.of(), List.of());
    }

    @Override
    public BulkUpdate<R> key(Field<?>... columns) {
        return new DatabaseUpdate<>(settings, BulkSettings.distinct("key(…)", columns), set);
    }

    @Override
    public BulkUpdate<R> set(Field<?>... columns) {
        return new DatabaseUpdate<>(settings, key, BulkSettings.distinct("set(…)", columns));
    }

    @Override
    public BulkUpdate<R> onProgress(LongConsumer rowsSent) {
        return new DatabaseUpdate<>(settings.progress(rowsSent), key, set);
    }

    @Override
    public BulkUpdate<R> committingEvery(int rows) {
        return new DatabaseUpdate<>(settings.commitEvery(rows, null), key, set);
    }

    @Override
    public BulkUpdate<R> committingEvery(int rows, BulkCheckpoint checkpoint) {
        return new DatabaseUpdate<>(settings.commitEvery(rows, checkpoint), key, set);
    }

    @Override
    public <T> long rows(Iterator<? extends T> elements, Function<? super T, BulkRow> toRow) {
        if (key.isEmpty() || set.isEmpty()) {
            throw new IllegalArgumentException("A bulk update needs key(…) and set(…) before rows(…)");
        }
        List<Field<?>> columns = new ArrayList<>(key);
        columns.addAll(set);
        BulkSettings.distinct("key(…) and set(…) together", columns.toArray(new Field<?>[0]));
        BulkWork work = new BulkWork(BulkWork.Kind.UPDATE, settings.table(), List.copyOf(columns), key, set);
        return new BulkRun(settings, work, null).run(elements, toRow);
    }
}

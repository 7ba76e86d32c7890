package dev.dovetail.core.bulk;

import dev.dovetail.core.internal.bulk.BulkWork;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** A delete by keys. */
record DatabaseDelete<R extends Record>(BulkSettings settings, List<Field<?>> key) implements BulkDelete<R> {

    static <R extends Record> BulkDelete<R> from(BulkSettings settings) {
        return new DatabaseDelete<>(settings, List.of());
    }

    @Override
    public BulkDelete<R> key(Field<?>... columns) {
        return new DatabaseDelete<>(settings, BulkSettings.distinct("key(…)", columns));
    }

    @Override
    public BulkDeleteWhere where(Condition condition) {
        return new DatabaseDeleteWhere(settings, Objects.requireNonNull(condition, "condition"));
    }

    @Override
    public BulkDelete<R> onProgress(LongConsumer rowsSent) {
        return new DatabaseDelete<>(settings.progress(rowsSent), key);
    }

    @Override
    public BulkDelete<R> committingEvery(int rows) {
        return new DatabaseDelete<>(settings.commitEvery(rows, null), key);
    }

    @Override
    public BulkDelete<R> committingEvery(int rows, BulkCheckpoint checkpoint) {
        return new DatabaseDelete<>(settings.commitEvery(rows, checkpoint), key);
    }

    @Override
    public <T> long rows(Iterator<? extends T> elements, Function<? super T, BulkRow> toRow) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A bulk delete needs key(…) before rows(…)");
        }
        BulkWork work = new BulkWork(BulkWork.Kind.DELETE, settings.table(), key, key, List.of());
        return new BulkRun(settings, work, null).run(elements, toRow);
    }
}

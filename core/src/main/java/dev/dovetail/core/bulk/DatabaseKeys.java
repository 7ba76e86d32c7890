package dev.dovetail.core.bulk;

import dev.dovetail.core.internal.bulk.BulkWork;
import dev.dovetail.core.internal.bulk.GeneratedKeys;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;

/** An insert that returns generated keys. */
record DatabaseKeys<K>(BulkSettings settings, BulkWork work, Field<K> column) implements BulkKeys<K> {

    @Override
    public <T> List<K> rows(Iterator<? extends T> elements, Function<? super T, BulkRow> toRow) {
        GeneratedKeys<K> keys = new GeneratedKeys<>(column);
        new BulkRun(settings, work, keys).run(elements, toRow);
        return Collections.unmodifiableList(keys.keys());
    }
}

package dev.dovetail.core.query;

import java.util.List;
import java.util.function.BiFunction;
import org.jooq.Configuration;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * What a row becomes; {@link Mappings} has them. Immutable and thread-safe.
 *
 * @param <R> the type of the rows, as jOOQ sees it
 * @param <T> what they become
 */
public final class RowMapping<R extends Record, T extends @Nullable Object> {

    private final BiFunction<List<Field<?>>, Configuration, RowReader<T>> reader;

    RowMapping(BiFunction<List<Field<?>>, Configuration, RowReader<T>> reader) {
        this.reader = reader;
    }

    static <R extends Record, T extends @Nullable Object> RowMapping<R, T> byPosition(RowReader<T> reader) {
        return new RowMapping<>((columns, configuration) -> reader);
    }

    /** Resolves it against the columns of a query, once. */
    RowReader<T> reader(List<Field<?>> columns, Configuration configuration) {
        return reader.apply(columns, configuration);
    }
}

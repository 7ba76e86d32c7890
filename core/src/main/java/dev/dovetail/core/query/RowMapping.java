package dev.dovetail.core.query;

import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * What a row becomes; {@link Mappings} has them. Immutable and thread-safe.
 *
 * @param <R> the type of the rows, as jOOQ sees it
 * @param <T> what they become
 */
public final class RowMapping<R extends Record, T extends @Nullable Object> {

    private final Factory<T> factory;

    private RowMapping(Factory<T> factory) {
        this.factory = factory;
    }

    static <R extends Record, T extends @Nullable Object> RowMapping<R, T> byPosition(RowReader<T> reader) {
        return new RowMapping<>(columns -> reader);
    }

    static <R extends Record, T extends @Nullable Object> RowMapping<R, T> resolved(Factory<T> factory) {
        return new RowMapping<>(factory);
    }

    /** Resolves it against the columns of a query, once. */
    RowReader<T> reader(Columns columns) {
        return factory.reader(columns);
    }

    /** Makes readers. */
    @FunctionalInterface
    interface Factory<T extends @Nullable Object> {
        RowReader<T> reader(Columns columns);
    }
}

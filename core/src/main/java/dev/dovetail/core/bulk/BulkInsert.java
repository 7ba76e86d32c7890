package dev.dovetail.core.bulk;

import java.util.Iterator;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;

/**
 * An insert of many rows in the fastest way the engine has: {@code COPY} on PostgreSQL, batches of prepared statements
 * elsewhere. Memory use does not grow with the number of rows. Immutable; each method returns a new one.
 *
 * @param <R> the record type of the table
 */
public interface BulkInsert<R extends Record> {

    /**
     * The columns that are given, in the order of each row's values. The others get their defaults.
     *
     * @throws IllegalArgumentException if there are none, or one stands twice
     */
    BulkInsert<R> columns(Field<?>... columns);

    /** Calls back with the number of rows sent so far, about once every thousand rows and at the end. */
    BulkInsert<R> onProgress(LongConsumer rowsSent);

    /**
     * Inserts a row for each element.
     *
     * @param elements read once, on this thread
     * @param toRow the values of an element, see {@link BulkRow#row}
     * @return how many rows were inserted
     * @throws dev.dovetail.core.error.DuplicateKeyException if a row's key exists already; nothing is inserted then
     * @throws dev.dovetail.core.error.ConstraintViolationException if a row breaks another constraint, likewise
     * @throws BadBulkRowException if a row has too few or too many values, or one of the wrong type
     */
    <T> long rows(Iterator<? extends T> elements, Function<? super T, BulkRow> toRow);

    /** Like {@link #rows(Iterator, Function)}. */
    default <T> long rows(Iterable<? extends T> elements, Function<? super T, BulkRow> toRow) {
        return rows(elements.iterator(), toRow);
    }

    /** Like {@link #rows(Iterator, Function)}; closes the stream. */
    default <T> long rows(Stream<? extends T> elements, Function<? super T, BulkRow> toRow) {
        try (elements) {
            return rows(elements.iterator(), toRow);
        }
    }
}

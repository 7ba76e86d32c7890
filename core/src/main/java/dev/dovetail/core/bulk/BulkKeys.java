package dev.dovetail.core.bulk;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A bulk insert that returns what the database generated.
 *
 * @param <K> the type of the returned column
 */
public interface BulkKeys<K> {

    /**
     * Inserts a row for each element; otherwise like {@link BulkWrite#rows(Iterator, Function)}. Slower than without
     * keys: not with {@code COPY}, and on SQLite row by row.
     *
     * @return a value for each row, in the order of the rows
     */
    <T> List<K> rows(Iterator<? extends T> elements, Function<? super T, BulkRow> toRow);

    /** Like {@link #rows(Iterator, Function)}. */
    default <T> List<K> rows(Iterable<? extends T> elements, Function<? super T, BulkRow> toRow) {
        return rows(elements.iterator(), toRow);
    }

    /** Like {@link #rows(Iterator, Function)}; closes the stream. */
    default <T> List<K> rows(Stream<? extends T> elements, Function<? super T, BulkRow> toRow) {
        try (elements) {
            return rows(elements.iterator(), toRow);
        }
    }
}

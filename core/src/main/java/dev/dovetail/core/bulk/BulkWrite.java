package dev.dovetail.core.bulk;

import java.util.Iterator;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * What bulk operations on given rows have in common. Immutable; each method returns a new one.
 *
 * @param <O> the operation
 */
public interface BulkWrite<O extends BulkWrite<O>> {

    /**
     * Calls back with the number of rows sent so far, after each chunk and at the end: a chunk is a thousand rows, and with
     * {@code COPY} up to 16,000 from the second one on, less if they are large. What it throws takes back the operation.
     */
    O onProgress(LongConsumer rowsSent);

    /**
     * Commits after every so many rows instead of once at the end. What was committed stays when a later row fails; the
     * failure then carries a {@link BulkPartlyCommittedException} as suppressed.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    O committingEvery(int rows);

    /**
     * Commits after every so many rows, and with them how far it got. When the operation is run again with the same
     * checkpoint and the same source, it skips what is committed and goes on; also after the process was killed.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    O committingEvery(int rows, BulkCheckpoint checkpoint);

    /**
     * Runs the operation on a row for each element. If several rows have one key, it is as if each were written after
     * the one before it.
     *
     * @param elements read once, on this thread
     * @param toRow the values of an element, see {@link BulkRow#row}
     * @return how many rows were inserted, updated or deleted; for an upsert that updates, how many were given
     * @throws dev.dovetail.core.error.DuplicateKeyException if a row's key exists already; nothing takes effect then
     * @throws dev.dovetail.core.error.ConstraintViolationException if a row breaks another constraint, likewise; the
     *     details of both say which row it was, as far as that can be found out
     * @throws BadBulkRowException if a row has too few or too many values, or one that cannot be written
     * @throws dev.dovetail.core.error.ConflictingOptionException if it commits in parts inside a running transaction
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

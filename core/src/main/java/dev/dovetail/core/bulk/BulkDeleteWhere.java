package dev.dovetail.core.bulk;

import java.util.function.LongConsumer;

/** A delete by condition, a chunk of rows at a time. Immutable; each method returns a new one. */
public interface BulkDeleteWhere {

    /**
     * Commits after each chunk, of at most so many rows, instead of once at the end: locks stay short, and what was
     * deleted stays deleted when it is interrupted. Running it again goes on.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    BulkDeleteWhere committingEvery(int rows);

    /** Calls back with the number of rows deleted so far, after each chunk (of a thousand rows by default). */
    BulkDeleteWhere onProgress(LongConsumer rowsDeleted);

    /**
     * Deletes until nothing fulfils the condition.
     *
     * @return how many rows were deleted, without those that the database deleted along with them
     * @throws dev.dovetail.core.error.ChildExistsException if other rows still point to one of them
     * @throws dev.dovetail.core.error.ConflictingOptionException if it commits in parts inside a running transaction
     */
    long execute();
}

package dev.dovetail.core.bulk;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.Explanation;

/**
 * Says how far a bulk operation that commits in parts got. It is not thrown: the failure that stopped the operation has it
 * as suppressed.
 */
public class BulkPartlyCommittedException extends DovetailException {

    private static final long serialVersionUID = 1L;

    private final long rowsCommitted;

    BulkPartlyCommittedException(String table, long rowsCommitted) {
        super(
                new Explanation(
                        CoreError.BULK_PARTLY_COMMITTED,
                        "The bulk operation on " + table + " has committed its first " + rowsCommitted
                                + " rows; those after them are rolled back.",
                        "it commits in parts (committingEvery), and a later part failed",
                        "with a checkpoint, run it again when the failure is mended: it goes on after these rows;"
                                + " without one, skip them yourself"),
                null);
        this.rowsCommitted = rowsCommitted;
    }

    /** How many of the given rows are committed, counted from the first one. */
    public long rowsCommitted() {
        return rowsCommitted;
    }
}

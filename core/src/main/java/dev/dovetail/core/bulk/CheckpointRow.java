package dev.dovetail.core.bulk;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.spi.DatabaseAccess;
import org.jooq.DSLContext;

/** A checkpoint in its table. */
record CheckpointRow(DatabaseAccess access, BulkCheckpoint checkpoint) {

    long rowsCommitted() {
        return access.transactions().transactor().call(() -> {
            Long rows = access.sql()
                    .select(BulkCheckpoint.ROWS_COMMITTED)
                    .from(checkpoint.table())
                    .where(BulkCheckpoint.NAME.eq(checkpoint.name()))
                    .fetchOne(BulkCheckpoint.ROWS_COMMITTED);
            return rows == null ? 0 : rows;
        });
    }

    /** In the transaction that writes the rows up to there. */
    void advance(long from, long to) {
        DSLContext sql = access.sql();
        int changed = from == 0
                ? sql.insertInto(checkpoint.table(), BulkCheckpoint.NAME, BulkCheckpoint.ROWS_COMMITTED)
                        .values(checkpoint.name(), to)
                        .execute()
                : sql.update(checkpoint.table())
                        .set(BulkCheckpoint.ROWS_COMMITTED, to)
                        .where(BulkCheckpoint.NAME.eq(checkpoint.name()))
                        .and(BulkCheckpoint.ROWS_COMMITTED.eq(from))
                        .execute();
        if (changed == 0) {
            throw new TransientConflictException(
                    new Explanation(
                            CoreError.TRANSIENT_CONFLICT,
                            "The checkpoint " + checkpoint.name() + " is no longer at row " + from + ".",
                            "the same operation runs twice at the same time",
                            "let one of them run, and run it again if it was interrupted"),
                    null);
        }
    }
}

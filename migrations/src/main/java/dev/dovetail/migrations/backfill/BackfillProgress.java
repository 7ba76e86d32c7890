package dev.dovetail.migrations.backfill;

import java.time.Instant;

/**
 * How a backfill stands.
 *
 * @param name its name
 * @param table the table that it changes
 * @param total how many rows there were to look at when it began
 * @param seen how many it has looked at
 * @param changed how many of these it changed
 * @param batches in how many transactions
 * @param startedOn when it began
 * @param updatedOn when the last batch ended
 * @param finished whether it has ended
 */
public record BackfillProgress(
        String name,
        String table,
        long total,
        long seen,
        long changed,
        long batches,
        Instant startedOn,
        Instant updatedOn,
        boolean finished) {

    /** Which part is done, from 0 to 1. */
    public double fraction() {
        return finished ? 1 : total == 0 ? 0 : Math.min(1, (double) seen / total);
    }
}

package dev.dovetail.migrations.history;

import dev.dovetail.migrations.revision.RevisionId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history table; the columns are Flyway's.
 *
 * @param rank the order in which scripts were applied
 * @param revision the version
 * @param description the words in the name of the script
 * @param script its path
 * @param checksum its checksum, or null if none was kept
 * @param installedBy who ran it
 * @param installedOn when it had run
 * @param elapsed how long it took
 * @param type what it was
 * @param success false while a script runs outside a transaction, and after it failed there
 */
public record HistoryRow(
        int rank,
        RevisionId revision,
        String description,
        String script,
        @Nullable Integer checksum,
        String installedBy,
        Instant installedOn,
        Duration elapsed,
        RowType type,
        boolean success) {}

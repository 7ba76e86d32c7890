package dev.dovetail.migrations.result;

import dev.dovetail.migrations.revision.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A revision and how it stands in a database.
 *
 * @param revision its id
 * @param description the words in the name of its script
 * @param state how it stands
 * @param labels the names of the branch that begins with it
 * @param script the file or class that makes it
 * @param reversible whether there is a script that takes it back
 * @param installation when and by whom it was applied; empty if it is pending
 */
public record HistoryEntry(
        RevisionId revision,
        String description,
        RevisionState state,
        List<String> labels,
        String script,
        boolean reversible,
        Optional<Installation> installation) {

    /** Keeps a copy of the labels. */
    public HistoryEntry {
        labels = List.copyOf(labels);
    }

    /**
     * When a revision was applied.
     *
     * @param on when
     * @param by the user of the database, or of the operating system where the database has none
     * @param elapsed how long its script took
     */
    public record Installation(Instant on, String by, Duration elapsed) {}
}

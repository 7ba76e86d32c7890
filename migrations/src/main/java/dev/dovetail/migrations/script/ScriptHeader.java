package dev.dovetail.migrations.script;

import dev.dovetail.migrations.revision.RevisionId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the comment lines at the top of a script ask for.
 *
 * @param downRevisions the revisions that it follows ({@code -- down-revision: a, b}); empty for {@code base}; null if
 *     the header does not say, then it follows the one before it in the order of versions
 * @param transactional false after {@code -- no-transaction}: the script runs outside a transaction
 * @param labels the names of the branch that begins here ({@code -- label: x})
 * @param lockTimeout how long its statements may wait for a lock ({@code -- lock-timeout: 5 s}); null for what the
 *     database does by itself
 */
public record ScriptHeader(
        @Nullable List<RevisionId> downRevisions,
        boolean transactional,
        List<String> labels,
        @Nullable Duration lockTimeout) {

    /** Keeps copies of the lists. */
    public ScriptHeader {
        downRevisions = downRevisions == null ? null : List.copyOf(downRevisions);
        labels = List.copyOf(labels);
    }
}

package dev.dovetail.migrations.script;

import dev.dovetail.migrations.revision.RevisionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the comment lines at the top of a script ask for.
 *
 * @param downRevisions the revisions that it follows ({@code -- down-revision: a, b}); empty for {@code base}; null if
 *     the header does not say, then it follows the one before it in the order of versions
 * @param transactional false after {@code -- no-transaction}: the script runs outside a transaction
 */
public record ScriptHeader(@Nullable List<RevisionId> downRevisions, boolean transactional) {

    /** Keeps a copy of the list. */
    public ScriptHeader {
        downRevisions = downRevisions == null ? null : List.copyOf(downRevisions);
    }
}

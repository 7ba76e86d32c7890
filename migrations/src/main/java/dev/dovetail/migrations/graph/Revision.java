package dev.dovetail.migrations.graph;

import dev.dovetail.migrations.revision.RevisionId;
import dev.dovetail.migrations.script.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One state of the schema, and how to get there and back.
 *
 * @param id its id
 * @param upgrade the script that makes it
 * @param downgrade the script that takes it back, or null if nobody wrote one
 * @param parents the revisions that it follows; none for the first
 */
public record Revision(
        RevisionId id, Script upgrade, @Nullable Script downgrade, List<RevisionId> parents) {

    /** Keeps a copy of the parents. */
    public Revision {
        parents = List.copyOf(parents);
    }

    /** The words in the name of its script. */
    public String description() {
        return upgrade.description();
    }
}

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

    /** The names of the branch that begins with it. */
    public List<String> labels() {
        return upgrade.header().labels();
    }

    /** Whether Java does its work. */
    public boolean isJava() {
        return upgrade.java() != null;
    }

    /** The words in the name of its script. */
    public String description() {
        return upgrade.description();
    }
}

package dev.dovetail.migrations.result;

import dev.dovetail.migrations.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * A revision as its scripts say it. Immutable.
 *
 * @param id its id
 * @param description the words in the name of its script
 * @param parents the revisions that it follows
 * @param labels the names of the branch that begins with it
 * @param upgradeFile the script that makes it
 * @param upgrade what that says
 * @param downgradeFile the script that takes it back, if there is one
 * @param downgrade what that says
 */
public record RevisionInfo(
        RevisionId id,
        String description,
        List<RevisionId> parents,
        List<String> labels,
        String upgradeFile,
        String upgrade,
        Optional<String> downgradeFile,
        Optional<String> downgrade) {

    /** Keeps copies of the lists. */
    public RevisionInfo {
        parents = List.copyOf(parents);
        labels = List.copyOf(labels);
    }
}

package dev.dovetail.migrations;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.graph.Target;
import dev.dovetail.migrations.result.RevisionInfo;
import dev.dovetail.migrations.script.Script;
import java.util.List;
import java.util.Optional;

/** Revisions for those who look at them. */
final class RevisionInfos {

    private RevisionInfos() {}

    static RevisionInfo of(Revision revision) {
        Optional<Script> downgrade = Optional.ofNullable(revision.downgrade());
        return new RevisionInfo(
                revision.id(),
                revision.description(),
                revision.parents(),
                revision.labels(),
                revision.upgrade().source(),
                revision.upgrade().text(),
                downgrade.map(Script::source),
                downgrade.map(Script::text));
    }

    /** By {@code head}, an id or its beginning. */
    static Revision find(RevisionGraph graph, String target) {
        Target parsed = Target.parse(target);
        if (parsed instanceof Target.Head) {
            List<Revision> heads = graph.heads();
            if (heads.size() == 1) {
                return heads.get(0);
            }
            return graph.named("");
        }
        if (parsed instanceof Target.OnBranch branch && branch.target() instanceof Target.Head) {
            return graph.headOf(branch.label());
        }
        if (parsed instanceof Target.Named named) {
            return graph.named(named.text());
        }
        throw new MigrationException(new Explanation(
                MigrationError.UNREACHABLE_TARGET,
                "'" + target + "' names no revision by itself.",
                "it is counted from where a database is, and this looks at scripts only",
                "use head, label@head, a label, or the beginning of a revision's id"));
    }
}

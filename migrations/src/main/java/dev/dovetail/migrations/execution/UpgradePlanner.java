package dev.dovetail.migrations.execution;

import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.graph.Target;
import dev.dovetail.migrations.history.History;
import dev.dovetail.migrations.result.Direction;
import dev.dovetail.migrations.revision.RevisionId;
import java.util.List;
import java.util.Set;

/** The way up to a target. */
record UpgradePlanner(RevisionGraph graph, Target target) implements Planner {

    @Override
    public List<Step> plan(History history) {
        HistoryCheck check = new HistoryCheck(graph, history);
        check.requireNoFailure();
        check.requireScripts();
        check.requireUnedited();
        check.requireOrder();
        return steps(graph.inOrder().stream()
                .filter(revision -> !history.isApplied(revision.id()) && !history.isBelowBaseline(revision.id()))
                .toList());
    }

    private List<Step> steps(List<Revision> pending) {
        List<Revision> chosen;
        if (target instanceof Target.Head || target instanceof Target.Heads) {
            chosen = pending;
        } else if (target instanceof Target.Steps steps && steps.steps() > 0) {
            if (steps.steps() > pending.size()) {
                throw PlanErrors.tooFar(target, pending.size(), "pending");
            }
            chosen = pending.subList(0, steps.steps());
        } else if (target instanceof Target.Named named) {
            chosen = upTo(graph.named(named.text()), pending);
        } else if (target instanceof Target.OnBranch branch && branch.target() instanceof Target.Head) {
            chosen = upTo(graph.headOf(branch.label()), pending);
        } else {
            throw PlanErrors.wrongWay(target, Direction.UPGRADE);
        }
        return chosen.stream()
                .map(revision -> new Step(Direction.UPGRADE, revision))
                .toList();
    }

    private List<Revision> upTo(Revision last, List<Revision> pending) {
        Set<RevisionId> wanted = graph.upTo(last.id());
        return pending.stream()
                .filter(revision -> wanted.contains(revision.id()))
                .toList();
    }
}

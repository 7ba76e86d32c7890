package dev.dovetail.migrations.execution;

import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.graph.Target;
import dev.dovetail.migrations.history.History;
import dev.dovetail.migrations.result.Direction;
import dev.dovetail.migrations.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The way down to a target. An edited script does not stand in the way: going down and up again is how to run it. */
record DowngradePlanner(RevisionGraph graph, Target target) implements Planner {

    @Override
    public List<Step> plan(History history) {
        HistoryCheck check = new HistoryCheck(graph, history);
        check.requireNoFailure();
        check.requireScripts();
        List<Revision> newestFirst = new ArrayList<>();
        for (Revision revision : graph.inOrder()) {
            if (history.isApplied(revision.id())) {
                newestFirst.add(revision);
            }
        }
        Collections.reverse(newestFirst);
        List<Revision> chosen = choose(newestFirst, history);
        List<Revision> oneWay =
                chosen.stream().filter(revision -> revision.downgrade() == null).toList();
        if (!oneWay.isEmpty()) {
            throw PlanErrors.missingDowngrade(oneWay);
        }
        return chosen.stream()
                .map(revision -> new Step(Direction.DOWNGRADE, revision))
                .toList();
    }

    private List<Revision> choose(List<Revision> newestFirst, History history) {
        if (target instanceof Target.Base) {
            return newestFirst;
        }
        if (target instanceof Target.OnBranch branch && branch.target() instanceof Target.Base) {
            Set<RevisionId> gone = graph.from(graph.labelled(branch.label()).id());
            return newestFirst.stream()
                    .filter(revision -> gone.contains(revision.id()))
                    .toList();
        }
        if (target instanceof Target.Steps steps && steps.steps() < 0) {
            if (-steps.steps() > newestFirst.size()) {
                throw PlanErrors.tooFar(target, newestFirst.size(), "applied");
            }
            return newestFirst.subList(0, -steps.steps());
        }
        if (target instanceof Target.Named named) {
            RevisionId id = graph.named(named.text()).id();
            if (!history.isApplied(id)) {
                throw PlanErrors.notApplied(id);
            }
            Set<RevisionId> kept = graph.upTo(id);
            return newestFirst.stream()
                    .filter(revision -> !kept.contains(revision.id()))
                    .toList();
        }
        throw PlanErrors.wrongWay(target, Direction.DOWNGRADE);
    }
}

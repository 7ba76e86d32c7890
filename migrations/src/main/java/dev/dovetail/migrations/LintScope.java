package dev.dovetail.migrations;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.lint.LintReport;
import dev.dovetail.migrations.lint.Linter;
import dev.dovetail.migrations.result.HistoryEntry;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.revision.RevisionId;
import dev.dovetail.migrations.script.Scripts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Which scripts are looked through: those that are pending, all, or those of one revision. */
record LintScope(String scope, List<String> locations) {

    private static final String PENDING = "pending";
    private static final String ALL = "all";

    static LintScope of(String scope, List<String> locations) {
        return new LintScope(scope.strip(), locations);
    }

    LintReport lint(Engine own, Supplier<List<HistoryEntry>> history) {
        if (scope.equals(PENDING)) {
            Set<RevisionId> pending = new HashSet<>();
            history.get().stream()
                    .filter(entry -> entry.state() == RevisionState.PENDING)
                    .forEach(entry -> pending.add(entry.revision()));
            return Linter.lint(own, graph(own), pending::contains);
        }
        LintReport report = LintReport.empty();
        for (Engine engine : Scripts.engines(locations)) {
            RevisionGraph graph = graph(engine);
            if (scope.equals(ALL)) {
                report = report.and(Linter.lint(engine, graph, id -> true));
            } else {
                RevisionId chosen = RevisionInfos.find(graph, scope).id();
                report = report.and(Linter.lint(engine, graph, chosen::equals));
            }
        }
        return report;
    }

    private RevisionGraph graph(Engine engine) {
        return RevisionGraph.withAnyHeads(Scripts.read(locations, engine));
    }
}

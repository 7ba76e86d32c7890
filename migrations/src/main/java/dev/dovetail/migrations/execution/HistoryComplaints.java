package dev.dovetail.migrations.execution;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.history.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everything that an upgrade would refuse about a history, where a run stops at the first. */
public final class HistoryComplaints {

    private HistoryComplaints() {}

    /** What does not fit; empty if an upgrade could run. */
    public static List<MigrationException> of(DatabaseAccess access, RevisionGraph graph) {
        RunScope scope = new RunScope(access, Duration.ZERO);
        List<MigrationException> found = new ArrayList<>();
        try {
            History history = scope.unlocked(scope.table()::read);
            HistoryCheck check = new HistoryCheck(graph, history);
            List<Runnable> questions =
                    new ArrayList<>(List.of(check::requireNoFailure, check::requireScripts, check::requireUnedited));
            if (history.failed().isEmpty()) {
                // A script that did not reach its end would be told a second time, as one that is missing in between.
                questions.add(check::requireOrder);
            }
            for (Runnable question : questions) {
                try {
                    question.run();
                } catch (MigrationException failure) {
                    found.add(failure);
                }
            }
        } catch (MigrationException failure) {
            found.add(failure);
        }
        return found;
    }
}

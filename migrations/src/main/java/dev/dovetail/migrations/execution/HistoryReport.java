package dev.dovetail.migrations.execution;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.history.History;
import dev.dovetail.migrations.history.HistoryRow;
import dev.dovetail.migrations.result.HistoryEntry;
import dev.dovetail.migrations.result.HistoryEntry.Installation;
import dev.dovetail.migrations.result.RevisionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts scripts and history side by side, without a lock and without complaint. */
public final class HistoryReport {

    private HistoryReport() {}

    /** Every revision in order; what is only in the database comes where it was applied. */
    public static List<HistoryEntry> of(DatabaseAccess access, RevisionGraph graph) {
        RunScope scope = new RunScope(access, Duration.ZERO);
        History history = scope.unlocked(scope.table()::readWhateverIsThere);
        List<HistoryEntry> entries = new ArrayList<>();
        for (HistoryRow row : history.rows()) {
            if (graph.find(row.revision()) == null) {
                entries.add(new HistoryEntry(
                        row.revision(),
                        row.description(),
                        HistoryCheck.state(row, null),
                        List.of(),
                        row.script(),
                        false,
                        installation(row)));
            }
        }
        for (Revision revision : graph.inOrder()) {
            HistoryRow row = history.row(revision.id());
            entries.add(new HistoryEntry(
                    revision.id(),
                    revision.description(),
                    row == null ? RevisionState.PENDING : HistoryCheck.state(row, revision),
                    revision.labels(),
                    revision.upgrade().path(),
                    revision.downgrade() != null,
                    row == null ? Optional.empty() : installation(row)));
        }
        return sorted(entries, graph);
    }

    /** Those without a script stand before the first revision with a higher id. */
    private static List<HistoryEntry> sorted(List<HistoryEntry> entries, RevisionGraph graph) {
        List<HistoryEntry> result = new ArrayList<>();
        for (HistoryEntry entry : entries) {
            if (graph.find(entry.revision()) != null) {
                result.add(entry);
            }
        }
        for (HistoryEntry entry : entries) {
            if (graph.find(entry.revision()) == null) {
                int at = 0;
                while (at < result.size() && result.get(at).revision().compareTo(entry.revision()) < 0) {
                    at++;
                }
                result.add(at, entry);
            }
        }
        return List.copyOf(result);
    }

    private static Optional<Installation> installation(HistoryRow row) {
        return Optional.of(new Installation(row.installedOn(), row.installedBy(), row.elapsed()));
    }
}

package dev.dovetail.migrations.execution;

import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.history.History;
import dev.dovetail.migrations.history.HistoryRow;
import dev.dovetail.migrations.history.RowType;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the history of a database fits the scripts. */
record HistoryCheck(RevisionGraph graph, History history) {

    /** How a row of the history stands, given the revision of the same id. */
    static RevisionState state(HistoryRow row, @Nullable Revision revision) {
        if (!row.success()) {
            return RevisionState.FAILED;
        }
        if (revision == null) {
            return row.type().equals(RowType.BASELINE) ? RevisionState.APPLIED : RevisionState.MISSING;
        }
        Integer checksum = row.checksum();
        return checksum == null || checksum == revision.upgrade().checksum()
                ? RevisionState.APPLIED
                : RevisionState.EDITED;
    }

    void requireNoFailure() {
        history.failed().ifPresent(row -> {
            throw PlanErrors.failedEarlier(row, graph.find(row.revision()));
        });
    }

    void requireScripts() {
        List<HistoryRow> missing = inState(RevisionState.MISSING);
        if (missing.isEmpty()) {
            return;
        }
        RevisionId newest = graph.inOrder().stream()
                .map(Revision::id)
                .max(RevisionId::compareTo)
                .orElse(null);
        boolean allNewer = missing.stream()
                .allMatch(row -> newest == null || row.revision().compareTo(newest) > 0);
        throw allNewer && newest != null ? PlanErrors.databaseNewer(missing, newest) : PlanErrors.missing(missing);
    }

    void requireUnedited() {
        List<HistoryRow> edited = inState(RevisionState.EDITED);
        if (!edited.isEmpty()) {
            HistoryRow row = edited.get(0);
            Revision revision = graph.find(row.revision());
            if (revision != null) {
                throw PlanErrors.edited(row, revision, edited.size() - 1);
            }
        }
    }

    /** Nothing may be pending that an applied revision follows. */
    void requireOrder() {
        Set<RevisionId> needed = new HashSet<>();
        history.rows().forEach(row -> needed.add(row.revision()));
        List<Revision> newestFirst = new ArrayList<>(graph.inOrder());
        Collections.reverse(newestFirst);
        Revision missing = null;
        for (Revision revision : newestFirst) {
            if (needed.contains(revision.id())) {
                needed.addAll(revision.parents());
                boolean applied = history.isApplied(revision.id()) || history.isBelowBaseline(revision.id());
                missing = applied ? missing : revision;
            }
        }
        if (missing != null) {
            throw PlanErrors.outOfOrder(missing, followerOf(missing));
        }
    }

    private RevisionId followerOf(Revision revision) {
        return history.rows().stream()
                .map(HistoryRow::revision)
                .filter(id -> graph.upTo(id).contains(revision.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<HistoryRow> inState(RevisionState state) {
        return history.rows().stream()
                .filter(row -> state(row, graph.find(row.revision())) == state)
                .toList();
    }
}

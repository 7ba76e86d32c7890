package dev.dovetail.migrations.execution;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.graph.Target;
import dev.dovetail.migrations.history.History;
import dev.dovetail.migrations.history.HistoryRow;
import dev.dovetail.migrations.history.HistoryTable;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.revision.RevisionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Makes the history say that a database is at a revision, without running a script. */
public final class Stamp {

    private final RevisionGraph graph;
    private final RunScope scope;

    /** For a database and its scripts. */
    public Stamp(DatabaseAccess access, RevisionGraph graph, Duration lockTimeout) {
        this.graph = graph;
        this.scope = new RunScope(access, lockTimeout);
    }

    /** Afterwards exactly the target and what comes before it are applied, with the checksums of now. */
    public void at(Target target) {
        Set<RevisionId> wanted = wanted(target);
        scope.locked((connection, transaction) -> {
            transaction.around(connection, () -> {
                write(connection, wanted);
                transaction.commit(connection);
                return true;
            });
        });
    }

    private Set<RevisionId> wanted(Target target) {
        if (target instanceof Target.Named named) {
            return graph.upTo(graph.named(named.text()).id());
        }
        Set<RevisionId> wanted = new HashSet<>();
        if (target instanceof Target.OnBranch branch && branch.target() instanceof Target.Head) {
            return graph.upTo(graph.headOf(branch.label()).id());
        }
        if (target instanceof Target.Head || target instanceof Target.Heads) {
            graph.inOrder().forEach(revision -> wanted.add(revision.id()));
        } else if (!(target instanceof Target.Base)) {
            throw PlanErrors.relativeStamp(target);
        }
        return wanted;
    }

    private void write(Connection connection, Set<RevisionId> wanted) throws SQLException {
        HistoryTable table = scope.table();
        table.create(connection);
        History history = table.readWhateverIsThere(connection);
        int rank = history.nextRank();
        Set<RevisionId> kept = new HashSet<>();
        for (HistoryRow row : history.rows()) {
            Revision revision = graph.find(row.revision());
            if (wanted.contains(row.revision()) && HistoryCheck.state(row, revision) == RevisionState.APPLIED) {
                kept.add(row.revision());
            } else {
                table.delete(connection, row);
            }
        }
        for (Revision revision : graph.inOrder()) {
            if (wanted.contains(revision.id()) && !kept.contains(revision.id())) {
                table.insert(connection, Rows.applied(connection, revision, rank++, System.nanoTime()));
            }
        }
    }
}

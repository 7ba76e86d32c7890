package dev.dovetail.migrations.execution;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.history.FlywayHistory;
import dev.dovetail.migrations.history.HistoryRow;
import dev.dovetail.migrations.history.HistoryTable;
import dev.dovetail.migrations.history.RowType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Takes over the history that Flyway kept. */
public final class FlywayStamp {

    private final RevisionGraph graph;
    private final RunScope scope;

    /** For a database and its scripts. */
    public FlywayStamp(DatabaseAccess access, RevisionGraph graph, Duration lockTimeout) {
        this.graph = graph;
        this.scope = new RunScope(access, lockTimeout);
    }

    /** Copies the rows of Flyway's table, with their checksums. */
    public void from(String flywayTable) {
        scope.locked((connection, transaction) -> transaction.around(connection, () -> {
            List<HistoryRow> rows = FlywayHistory.read(connection, scope.engine(), flywayTable);
            requireScripts(rows);
            write(connection, rows);
            transaction.commit(connection);
            return true;
        }));
    }

    private void requireScripts(List<HistoryRow> rows) {
        String missing = rows.stream()
                .filter(row -> !row.type().equals(RowType.BASELINE) && graph.find(row.revision()) == null)
                .map(HistoryRow::script)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw error(
                    "Flyway applied what is not here: " + missing + ".",
                    "the scripts were not copied into the folder of the engine, or got other versions",
                    "copy them with their names; folders below that of the engine are read, too");
        }
    }

    private void write(Connection connection, List<HistoryRow> rows) throws SQLException {
        HistoryTable table = scope.table();
        table.create(connection);
        if (!table.readWhateverIsThere(connection).rows().isEmpty()) {
            throw error(
                    "The database has a history of its own already (" + HistoryTable.NAME + ").",
                    "Flyway's was taken over before",
                    "dovetail history shows it; dovetail stamp changes it");
        }
        int rank = 1;
        for (HistoryRow row : rows) {
            table.insert(connection, Rows.withRank(row, rank++));
        }
    }

    private static MigrationException error(String fact, String cause, String fix) {
        return new MigrationException(new Explanation(MigrationError.FLYWAY_HISTORY, fact, cause, fix));
    }
}

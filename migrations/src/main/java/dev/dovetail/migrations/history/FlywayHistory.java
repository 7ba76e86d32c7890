package dev.dovetail.migrations.history;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.revision.RevisionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Flyway's own table says was applied. */
public final class FlywayHistory {

    private static final String FIX_ELSEWHERE = "name the table with stamp --from-flyway=<table>, or check the URL";

    private FlywayHistory() {}

    /**
     * Its rows as they count now: what was undone, deleted or repeatable is left out.
     *
     * @throws SQLException if the database does
     * @throws MigrationException if there is no such table, or a row of it failed
     */
    public static List<HistoryRow> read(Connection connection, Engine engine, String table) throws SQLException {
        if (!Catalog.contains(connection, engine, table)) {
            throw error("The database has no table " + table + ".", "Flyway was not used here, or has another table");
        }
        Map<RevisionId, HistoryRow> rows = new LinkedHashMap<>();
        for (HistoryRow row :
                new HistoryTable(engine, table).readRows(connection).allRows()) {
            String type = row.type().name();
            if (!row.success()) {
                throw new MigrationException(new Explanation(
                        MigrationError.FLYWAY_HISTORY,
                        "Flyway says of " + row.script() + " that it failed.",
                        "a script stopped half-way, and nobody repaired it",
                        "repair it with Flyway first, then take over its history"));
            }
            if (type.startsWith("UNDO") || type.equals("DELETE")) {
                rows.remove(row.revision());
            } else {
                rows.put(row.revision(), row);
            }
        }
        return List.copyOf(rows.values());
    }

    private static MigrationException error(String fact, String cause) {
        return new MigrationException(new Explanation(MigrationError.FLYWAY_HISTORY, fact, cause, FIX_ELSEWHERE));
    }
}

package dev.dovetail.migrations.history;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import java.util.List;

/** The errors of finding a history. */
final class HistoryErrors {

    private static final int SHOWN = 5;

    private HistoryErrors() {}

    static MigrationException notEmpty(List<String> tables) {
        boolean flyway = tables.stream().anyMatch("flyway_schema_history"::equalsIgnoreCase);
        String shown = String.join(", ", tables.subList(0, Math.min(SHOWN, tables.size())))
                + (tables.size() > SHOWN ? ", …" : "");
        return new MigrationException(new Explanation(
                MigrationError.DATABASE_NOT_EMPTY,
                "The database has no history of migrations (" + HistoryTable.NAME + "), but it is not empty: it has "
                        + tables.size() + (tables.size() == 1 ? " table or view (" : " tables and views (") + shown
                        + ").",
                flyway
                        ? "Flyway has migrated it so far"
                        : "the URL leads to another database than meant, or its tables were made before migrations were"
                                + " used",
                flyway
                        ? "take over what Flyway applied: dovetail stamp --from-flyway, or Migrations.stampFromFlyway(…)"
                        : "check the URL; if the tables are those that the scripts make, say up to which revision: dovetail"
                                + " stamp <revision>, or Migrations.stamp(…)"));
    }
}

package dev.dovetail.core.statement;

import dev.dovetail.core.engine.Engine;
import org.jspecify.annotations.Nullable;

/**
 * How an engine would run a statement, as it estimates without running it.
 *
 * @param engine whose words these are
 * @param text the plan as the engine gives it: PostgreSQL's text, SQLite's query plan indented, H2's commented
 *     statement, the JSON of MariaDB and MySQL
 * @param cost the estimated total in the engine's own unit, or null if the engine does not tell (SQLite, H2, older
 *     MariaDB)
 * @param rows the estimated number of rows, or null if the engine does not tell (all but PostgreSQL)
 */
public record ExecutionPlan(
        Engine engine,
        String text,
        @Nullable Double cost,
        @Nullable Long rows) {

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}

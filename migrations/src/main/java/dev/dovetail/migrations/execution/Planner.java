package dev.dovetail.migrations.execution;

import dev.dovetail.migrations.history.History;
import java.util.List;

/** Decides what a run has to do, once, when it holds the lock. */
@FunctionalInterface
interface Planner {

    /**
     * The steps, in order.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if the history does not fit the scripts, or the target
     *     cannot be reached
     */
    List<Step> plan(History history);
}

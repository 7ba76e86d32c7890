package dev.dovetail.migrations.execution;

import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.history.History;
import dev.dovetail.migrations.result.Direction;
import dev.dovetail.migrations.script.Script;
import java.util.Objects;

/**
 * One script that a run means to execute.
 *
 * @param direction which way
 * @param revision the revision to make or to take back
 */
record Step(Direction direction, Revision revision) {

    Script script() {
        return direction == Direction.UPGRADE
                ? revision.upgrade()
                : Objects.requireNonNull(revision.downgrade(), "plans hold no step without its script");
    }

    boolean isDone(History history) {
        return history.isApplied(revision.id()) == (direction == Direction.UPGRADE);
    }
}

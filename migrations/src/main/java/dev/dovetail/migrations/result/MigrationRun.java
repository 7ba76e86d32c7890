package dev.dovetail.migrations.result;

import java.time.Duration;
import java.util.List;

/**
 * What an upgrade or a downgrade did.
 *
 * @param steps the scripts that this run applied, in order; empty if there was nothing to do, for example because
 *     another process had done it
 * @param elapsed how long everything took, waiting for the lock included
 */
public record MigrationRun(List<AppliedStep> steps, Duration elapsed) {

    /** Keeps a copy of the steps. */
    public MigrationRun {
        steps = List.copyOf(steps);
    }
}

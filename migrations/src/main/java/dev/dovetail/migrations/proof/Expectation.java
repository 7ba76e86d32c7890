package dev.dovetail.migrations.proof;

import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.diff.Rename;
import java.util.List;

/**
 * What scripts are to be proven against. Immutable.
 *
 * @param previous what is there before them, and again after their way back
 * @param goal what they lead to
 * @param renames which of the names are only other names
 */
public record Expectation(Schema previous, Schema goal, List<Rename> renames) {

    /** Keeps a copy of the renames. */
    public Expectation {
        renames = List.copyOf(renames);
    }
}

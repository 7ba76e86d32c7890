package dev.dovetail.migrations.proof;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.catalog.OtherObject;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.diff.Operation;
import dev.dovetail.migrations.diff.SchemaChange;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.error.ScriptFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The errors of a proof. */
final class ProofErrors {

    private static final String FIX =
            "write this change by hand: dovetail revision -m \"…\", and dovetail check tells when it is complete. Please"
                    + " report it, too";

    private ProofErrors() {}

    static MigrationException different(Engine engine, String fact, Schema actual, Schema expected) {
        List<String> lines = new ArrayList<>(SchemaChange.between(expected, actual).operations().stream()
                .map(Operation::describe)
                .toList());
        for (OtherObject other : expected.others()) {
            if (!actual.others().contains(other)) {
                lines.add("lost or changed " + other.title());
            }
        }
        return error(
                fact + " on " + engine.displayName() + ", so nothing was written. Against what should be, there is:"
                        + lines(lines),
                "the engine keeps something in another way than it was written, or a change that Dovetail does not know",
                null);
    }

    static MigrationException refused(Engine engine, String what, ScriptFailedException failure) {
        return error(
                "The generated " + what + " was refused by " + engine.displayName() + ", so nothing was written: "
                        + String.valueOf(failure.getMessage())
                                .lines()
                                .filter(line -> !line.startsWith("  Likely cause:")
                                        && !line.startsWith("  Fix:")
                                        && !line.startsWith("  Code:"))
                                .collect(Collectors.joining("\n")),
                "something depends on what is to change: a view, a trigger, a function",
                failure);
    }

    static MigrationException impossible(Engine engine, String what, MigrationException failure) {
        return error(
                "The generated " + what + " could not run on " + engine.displayName() + ", so nothing was written: "
                        + failure.getMessage(),
                "a script before it leaves the database in a state that it cannot go on from",
                failure);
    }

    static MigrationException lost(String fact, List<String> lines) {
        return error(
                fact + " changed rows that it should have kept, so nothing was written:" + lines(lines),
                "a value that the new type writes in another way, or a change that Dovetail does not know",
                null);
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> "\n    " + line).collect(Collectors.joining());
    }

    private static MigrationException error(String fact, String cause, @Nullable Throwable failure) {
        return new MigrationException(new Explanation(MigrationError.PROOF_FAILED, fact, cause, FIX), failure);
    }
}

package dev.dovetail.migrations.backfill;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The errors of backfills. */
final class BackfillErrors {

    private BackfillErrors() {}

    static MigrationException incomplete(BackfillPlan plan) {
        return error(
                MigrationError.BACKFILL_UNUSABLE,
                "The backfill '" + plan.name() + "' does not say "
                        + (plan.table().isBlank() ? "which table it changes." : "what it sets."),
                "table(…) or set(…) is missing",
                "name the table, and give what to set as in an UPDATE: set(\"full_name = first || ' ' || last\")",
                null);
    }

    static MigrationException noTable(BackfillPlan plan) {
        return error(
                MigrationError.BACKFILL_UNUSABLE,
                "The backfill '" + plan.name() + "' names the table " + plan.table() + ", which does not exist.",
                "a typing mistake, another schema, or the migration that makes it has not run",
                "correct the name; upgrade first",
                null);
    }

    static MigrationException noKey(BackfillPlan plan, String why, String fix) {
        return error(
                MigrationError.BACKFILL_UNUSABLE,
                "The backfill '" + plan.name() + "' cannot follow the column " + plan.key() + " of " + plan.table()
                        + ": " + why + ".",
                "another column was meant",
                fix,
                null);
    }

    static MigrationException changed(BackfillPlan plan) {
        return error(
                MigrationError.BACKFILL_CHANGED,
                "The backfill '" + plan.name() + "' was begun with another table, key, set or where.",
                "it was corrected after it had begun, or two have the same name",
                "give it another name; or forget() its progress (--restart) to run it again from the beginning",
                null);
    }

    static MigrationException insideTransaction() {
        return error(
                MigrationError.BACKFILL_IN_TRANSACTION,
                "A backfill was begun inside a transaction of the same database.",
                "its batches have to be transactions of their own, or they would lock everything until the end",
                "call it outside of the block",
                null);
    }

    static MigrationException refused(BackfillPlan plan, String sql, SQLException failure) {
        return error(
                MigrationError.BACKFILL_FAILED,
                "The database refused a batch of the backfill '" + plan.name() + "': " + firstLine(failure) + "\n    "
                        + sql + "\nThe batches before it stay.",
                "a mistake in set or where, or a row that breaks a constraint with its new value",
                "correct it and run the backfill again: it goes on where it was. A corrected set or where needs another"
                        + " name, or a new beginning",
                failure);
    }

    static MigrationException failed(SQLException failure) {
        return error(
                MigrationError.BACKFILL_FAILED,
                "The database failed during a backfill: " + firstLine(failure),
                "the connection broke, or the progress cannot be written",
                "run it again: it goes on where it was",
                failure);
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static MigrationException error(
            MigrationError code, String fact, String cause, String fix, @Nullable Throwable failure) {
        return new MigrationException(new Explanation(code, fact, cause, fix), failure);
    }
}

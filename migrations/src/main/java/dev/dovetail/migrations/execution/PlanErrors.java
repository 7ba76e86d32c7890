package dev.dovetail.migrations.execution;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.graph.Target;
import dev.dovetail.migrations.history.HistoryRow;
import dev.dovetail.migrations.result.Direction;
import dev.dovetail.migrations.revision.RevisionId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The errors of deciding what to run. */
final class PlanErrors {

    private PlanErrors() {}

    static MigrationException wrongWay(Target target, Direction direction) {
        boolean up = direction == Direction.UPGRADE;
        return error(
                MigrationError.UNREACHABLE_TARGET,
                (up ? "An upgrade" : "A downgrade") + " cannot lead to '" + target + "'.",
                "upgrade and downgrade were mixed up",
                up
                        ? "use head, heads, label@head, +N or a revision; or downgrade to " + target
                        : "use base, label@base, -N or a revision; or upgrade to " + target);
    }

    static MigrationException relativeStamp(Target target) {
        return error(
                MigrationError.UNREACHABLE_TARGET,
                "A stamp cannot lead to '" + target + "', which depends on where the history says the database is.",
                "a stamp is for when the history is wrong",
                "use head, base or a revision");
    }

    static MigrationException tooFar(Target target, int available, String what) {
        return error(
                MigrationError.UNREACHABLE_TARGET,
                "'" + target + "' is too far: only " + available
                        + (available == 1 ? " revision is " : " revisions are ") + what + ".",
                "the database is at another revision than expected",
                "look at it with dovetail history, and use a smaller number, head or base");
    }

    static MigrationException notApplied(RevisionId id) {
        return error(
                MigrationError.UNREACHABLE_TARGET,
                "A downgrade cannot lead to revision " + id + ", which is not applied.",
                "the database is older than that revision",
                "upgrade to " + id + ", or choose an applied revision (dovetail history lists them)");
    }

    static MigrationException missingDowngrade(List<Revision> revisions) {
        Revision first = revisions.get(0);
        return error(
                MigrationError.MISSING_DOWNGRADE,
                (revisions.size() == 1
                                ? "There is no downgrade script for revision "
                                : "There are no downgrade scripts for revisions ")
                        + revisions.stream()
                                .map(revision -> revision.id() + " (" + revision.description() + ")")
                                .collect(Collectors.joining(", "))
                        + "; nothing was done.",
                "nobody wrote one, or it has another version",
                "write " + first.upgrade().source().replaceFirst("V(?=[^/]*$)", "U") + ", or go on with an upgrade that"
                        + " takes the change back");
    }

    static MigrationException failedEarlier(HistoryRow row, @Nullable Revision revision) {
        String before = revision == null || revision.parents().isEmpty()
                ? "base"
                : revision.parents().get(0).toString();
        return error(
                MigrationError.FAILED_EARLIER,
                row.script() + " was started on " + row.installedOn() + " by " + row.installedBy()
                        + " outside a transaction and did not reach its end; the database may hold a part of it.",
                "a statement failed, or the process was killed; or it still runs in another process",
                "go on with: dovetail resume, which says if it cannot know where; or look at the database; if you take its part back by hand, say so with: dovetail stamp "
                        + before + "; if you finish it by hand: dovetail stamp " + row.revision());
    }

    static MigrationException notKnownHowFar(HistoryRow row, @Nullable Revision revision) {
        String before = revision == null || revision.parents().isEmpty()
                ? "base"
                : revision.parents().get(0).toString();
        return error(
                MigrationError.RESUME_IMPOSSIBLE,
                row.script() + " was started on " + row.installedOn() + " by " + row.installedBy()
                        + " outside a transaction, and nobody wrote down how far it came.",
                revision == null ? "the script is missing" : "the process was killed, or lost the database",
                revision == null
                        ? "bring the script back"
                        : "look which of its statements took effect; finish them by hand and say: dovetail stamp "
                                + row.revision() + "; or take them back and say: dovetail stamp " + before);
    }

    static MigrationException databaseNewer(List<HistoryRow> rows, RevisionId newest) {
        return error(
                MigrationError.DATABASE_NEWER,
                "The database is newer than the scripts: it has " + names(rows) + ", and the newest script is " + newest
                        + ".",
                "an older version of the application was started on a database that a newer one has migrated",
                "start the version that has these scripts; or downgrade the database with it first");
    }

    static MigrationException missing(List<HistoryRow> rows) {
        return error(
                MigrationError.SCRIPT_MISSING,
                (rows.size() == 1 ? "A script was applied and is missing: " : "Scripts were applied and are missing: ")
                        + names(rows) + ".",
                "it was renamed or deleted, or belongs to a branch that is not checked out",
                "bring it back; or, if its change is meant to stay without it, say where the database stands with:"
                        + " dovetail stamp <revision>");
    }

    static MigrationException edited(HistoryRow row, Revision revision, int others) {
        String before = revision.parents().isEmpty()
                ? "base"
                : revision.parents().get(0).toString();
        return error(
                MigrationError.SCRIPT_EDITED,
                revision.upgrade().source() + " was changed after it had been applied on " + row.installedOn() + " by "
                        + row.installedBy() + " (checksum " + row.checksum() + " then, "
                        + revision.upgrade().checksum() + " now)"
                        + (others == 0 ? "." : ", and so were " + others + " more."),
                "somebody edited it instead of writing a new one",
                "restore it from version control and put the change into a new script. On a database of your own:"
                        + " dovetail downgrade " + before
                        + ", then dovetail upgrade. If only a comment changed: dovetail"
                        + " stamp <the current revision> takes the new checksums");
    }

    static MigrationException outOfOrder(Revision revision, RevisionId follower) {
        return error(
                MigrationError.OUT_OF_ORDER,
                revision.upgrade().source() + " is not applied, but revision " + follower
                        + ", which comes after it, is.",
                "it came later from another branch, with an older version than one that was applied already",
                "give it a version newer than every applied one; or downgrade below it first");
    }

    private static String names(List<HistoryRow> rows) {
        return rows.stream().map(HistoryRow::script).collect(Collectors.joining(", "));
    }

    private static MigrationException error(MigrationError code, String fact, String cause, String fix) {
        return new MigrationException(new Explanation(code, fact, cause, fix));
    }
}

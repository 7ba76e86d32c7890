package dev.dovetail.migrations.graph;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.revision.RevisionId;
import dev.dovetail.migrations.script.Script;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The errors of putting revisions in order and of naming them. */
final class GraphErrors {

    private GraphErrors() {}

    static MigrationException duplicate(Script first, Script second) {
        return error(
                MigrationError.DUPLICATE_REVISION,
                "Two scripts are for revision " + second.revision() + ": " + first.source() + " and " + second.source()
                        + ".",
                "two people chose the same version, or a file was copied",
                "give the one that was applied nowhere a version of its own");
    }

    static MigrationException downgradeWithoutUpgrade(Script script) {
        return error(
                MigrationError.DOWNGRADE_WITHOUT_UPGRADE,
                script.source() + " takes back revision " + script.revision() + ", for which there is no V script.",
                "one of the two was renamed or deleted without the other",
                "give both the same version, or delete the downgrade");
    }

    static MigrationException unknownParent(Script script, RevisionId parent) {
        return error(
                MigrationError.BAD_HEADER,
                script.source() + " says that it follows revision " + parent + ", which does not exist.",
                "the script of " + parent + " was renamed or deleted, or is missing on this branch",
                "correct the line '-- down-revision: " + parent + "', or bring the script back");
    }

    static MigrationException severalHeads(List<Revision> heads) {
        RevisionId last = heads.get(heads.size() - 1).id();
        RevisionId before = heads.get(heads.size() - 2).id();
        return error(
                MigrationError.SEVERAL_HEADS,
                "There are " + heads.size() + " heads, revisions that no other one follows: " + names(heads) + ".",
                "two branches of the project each added a revision after the same one",
                "join them with: dovetail merge -m \"merge\"; or, if they are meant to stay apart, go to heads, or to the head"
                        + " of one (label@head); or let the one that was applied nowhere follow the other, for"
                        + " example by '-- down-revision: " + before + "' in " + last);
    }

    static MigrationException unknownLabel(String label, Collection<Revision> revisions) {
        List<String> known = revisions.stream()
                .flatMap(revision -> revision.labels().stream())
                .sorted()
                .toList();
        return error(
                MigrationError.UNKNOWN_TARGET,
                "No revision has the label '" + label + "'. "
                        + (known.isEmpty()
                                ? "None has a label at all."
                                : "There are " + String.join(", ", known) + "."),
                "a typing mistake, or the line '-- label: " + label + "' is missing",
                "use one that is there, or write the line at the top of the script that begins the branch");
    }

    static MigrationException duplicateLabel(String label, Revision first, Revision second) {
        return error(
                MigrationError.BAD_HEADER,
                "Two revisions have the label '" + label + "': " + names(List.of(first, second)) + ".",
                "a header was copied",
                "keep it where the branch begins");
    }

    static MigrationException cycle(List<Revision> revisions) {
        return error(
                MigrationError.CYCLE,
                "Revisions follow each other in a circle: " + names(revisions) + ".",
                "a down-revision in one of their headers names a later revision",
                "correct the '-- down-revision' of the oldest of them");
    }

    static MigrationException unknownTarget(String target, List<RevisionId> known) {
        String last = known.isEmpty()
                ? "There is no revision at all."
                : "The " + (known.size() > 5 ? "last five of " + known.size() : "revisions") + " are: "
                        + join(known.subList(Math.max(0, known.size() - 5), known.size())) + ".";
        return error(
                MigrationError.UNKNOWN_TARGET,
                "No revision begins with '" + target + "'. " + last,
                "a typing mistake, or the script is not in these locations",
                "use head, base, +N, -N, or the beginning of one revision's id");
    }

    static MigrationException ambiguousTarget(String target, List<RevisionId> candidates) {
        return error(
                MigrationError.AMBIGUOUS_TARGET,
                "'" + target + "' is the beginning of " + candidates.size() + " revisions: " + join(candidates) + ".",
                "the prefix is too short",
                "write more of the id, up to the whole");
    }

    private static String names(List<Revision> revisions) {
        return revisions.stream()
                .map(revision -> revision.id() + " (" + revision.description() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String join(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::toString).collect(Collectors.joining(", "));
    }

    private static MigrationException error(MigrationError code, String fact, String cause, String fix) {
        return new MigrationException(new Explanation(code, fact, cause, fix));
    }
}

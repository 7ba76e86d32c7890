package dev.dovetail.migrations.autogenerate;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The errors of generating. */
final class GenerateErrors {

    private GenerateErrors() {}

    static MigrationException badRename(String text, String why) {
        return error(
                MigrationError.BAD_RENAME,
                "The renaming '" + text + "' cannot be done: " + why + ".",
                "a typing mistake, or it was done before",
                "write the name in the database first: --rename users=people for a table,"
                        + " --rename users.name=full_name for a column");
    }

    static MigrationException dataLoss(List<Detected> detected) {
        List<String> losses = detected.stream()
                .flatMap(one -> one.losses().stream())
                .distinct()
                .toList();
        List<String> suggestions = detected.stream()
                .flatMap(one -> one.suggestions().stream())
                .distinct()
                .toList();
        String rename = suggestions.isEmpty()
                ? ""
                : "if something was renamed, say so: "
                        + suggestions.stream()
                                .map(suggestion -> "--rename " + suggestion)
                                .collect(Collectors.joining(" or "))
                        + "; ";
        return error(
                MigrationError.DATA_LOSS,
                "The migration would lose data, so nothing was written:" + lines(losses),
                suggestions.isEmpty()
                        ? "the model does not have what the scripts made; a table that others own, or a removed entity"
                        : "something was renamed, which looks like removing and adding",
                rename + "a table that is not the model's business stays with --keep <table>; if the data is to go,"
                        + " pass --allow-drop");
    }

    static MigrationException outOfDate(String fact, List<Detected> detected) {
        List<String> changes = detected.stream()
                .filter(one -> !one.isEmpty())
                .flatMap(
                        one -> one.changes().stream().map(change -> one.engine().displayName() + ": " + change))
                .toList();
        return error(
                MigrationError.OUT_OF_DATE,
                fact + lines(changes),
                "the entities were changed, and no migration was made",
                "dovetail migrate -m \"what changes\"");
    }

    static MigrationException neverSettles(Detected second) {
        return error(
                MigrationError.PROOF_FAILED,
                "A second run on " + second.engine().displayName()
                        + " would find something again, so nothing was written:" + lines(second.changes()),
                "the model asks for something that the engine keeps in another way each time",
                "write it in the model as the engine keeps it, as dovetail diff shows it. Please report it, too");
    }

    static MigrationException notWritten(Path file, IOException failure) {
        return new MigrationException(
                new Explanation(
                        MigrationError.SCRIPT_NOT_WRITTEN,
                        "The script " + file + " cannot be written: " + failure.getMessage(),
                        "no right to write there, or the disk is full",
                        "choose a folder of your own with --locations; the first that is on disk is written to"),
                failure);
    }

    static MigrationException noFolder(List<String> locations) {
        return error(
                MigrationError.LOCATION_MISSING,
                "There is no folder to write scripts to in " + String.join(", ", locations) + ".",
                "no location is on disk, or none has a folder for an engine",
                "make the folders with: dovetail init --engines sqlite,postgresql");
    }

    static MigrationException nothingToMerge(int heads) {
        return error(
                MigrationError.NOTHING_TO_MERGE,
                heads == 0 ? "There are no revisions to merge." : "There is one head, so there is nothing to merge.",
                "the branches were merged before, or the scripts of one of them are not here",
                "dovetail heads shows what is there");
    }

    static String lines(List<String> lines) {
        return lines.stream().map(line -> "\n    " + line).collect(Collectors.joining());
    }

    private static MigrationException error(MigrationError code, String fact, String cause, String fix) {
        return new MigrationException(new Explanation(code, fact, cause, fix));
    }
}

package dev.dovetail.migrations.report;

import dev.dovetail.migrations.autogenerate.Detected;
import dev.dovetail.migrations.autogenerate.Generated;
import dev.dovetail.migrations.result.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was detected and written, as lines of text. */
public final class GenerateReport {

    private GenerateReport() {}

    /** A line for each thing that was detected and for each file. */
    public static List<String> generated(Generated generated) {
        List<String> lines = new ArrayList<>();
        generated.detected().forEach(detected -> lines.addAll(changes(detected)));
        if (generated.files().isEmpty()) {
            lines.add("Nothing to do: the scripts lead to the model.");
            return lines;
        }
        generated.files().forEach(file -> lines.add("Written " + file));
        lines.add("Proven: up leads exactly to the model, down exactly back. Read the scripts, then: dovetail upgrade");
        return lines;
    }

    /** A line for each thing that differs. */
    public static List<String> detected(Detected detected) {
        List<String> lines = changes(detected);
        if (detected.isEmpty()) {
            lines.add("The database is what the entities ask for.");
        }
        return lines;
    }

    private static List<String> changes(Detected detected) {
        List<String> lines = new ArrayList<>();
        String engine = detected.engine().displayName() + ": ";
        detected.changes().forEach(change -> lines.add(engine + change));
        detected.notes().forEach(note -> lines.add(engine + "(" + note + ")"));
        detected.suggestions().forEach(rename -> lines.add(engine + "(renamed? then: --rename " + rename + ")"));
        return lines;
    }

    /** What a revision is, with the names of the branch that begins with it. */
    public static String labelled(String description, List<String> labels) {
        return labels.isEmpty() ? description : description + " [" + String.join(", ", labels) + "]";
    }

    /** A revision and its scripts. */
    public static List<String> revision(RevisionInfo revision) {
        List<String> lines = new ArrayList<>();
        lines.add(revision.id() + "  " + labelled(revision.description(), revision.labels()));
        lines.add("follows "
                + (revision.parents().isEmpty()
                        ? "nothing: it is the first"
                        : revision.parents().stream().map(Object::toString).collect(Collectors.joining(", "))));
        lines.add("");
        lines.add("-- " + revision.upgradeFile());
        revision.upgrade().lines().forEach(lines::add);
        revision.downgradeFile().ifPresent(file -> {
            lines.add("");
            lines.add("-- " + file);
        });
        revision.downgrade().ifPresent(text -> text.lines().forEach(lines::add));
        return lines;
    }
}

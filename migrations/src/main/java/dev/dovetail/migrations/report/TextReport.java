package dev.dovetail.migrations.report;

import dev.dovetail.migrations.result.AppliedStep;
import dev.dovetail.migrations.result.Direction;
import dev.dovetail.migrations.result.HistoryEntry;
import dev.dovetail.migrations.result.HistoryEntry.Installation;
import dev.dovetail.migrations.result.MigrationRun;
import dev.dovetail.migrations.result.RevisionInfo;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.revision.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Results as lines of text. */
public final class TextReport {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final List<String> HISTORY_COLUMNS =
            List.of("REVISION", "DESCRIPTION", "STATE", "APPLIED (UTC)", "BY", "TIME", "WAY BACK");

    private TextReport() {}

    /** One script that ran. */
    public static String step(AppliedStep step) {
        return (step.direction() == Direction.UPGRADE ? "  up    " : "  down  ") + step.revision() + "  "
                + step.description() + "  (" + time(step.elapsed()) + ")";
    }

    /** What a run did, and where the database is now. */
    public static String run(MigrationRun run, Optional<HistoryEntry> current) {
        int count = run.steps().size();
        String done = count == 0
                ? "Nothing to do"
                : count + (count == 1 ? " script" : " scripts") + " in " + time(run.elapsed());
        return done + "; the database is at " + name(current) + ".";
    }

    /** Where the database is, and how much is pending. */
    public static String current(List<HistoryEntry> history, Optional<HistoryEntry> current) {
        long pending = history.stream()
                .filter(entry -> entry.state() == RevisionState.PENDING)
                .count();
        String applied = current.flatMap(HistoryEntry::installation)
                .map(installation -> ", applied " + TIME.format(installation.on()) + " UTC by " + installation.by())
                .orElse("");
        return name(current) + applied + (pending == 0 ? "; nothing is pending" : "; " + pending + " pending");
    }

    /** Every revision, one line each, newest first, as Alembic does. */
    public static List<String> history(List<HistoryEntry> history) {
        if (history.isEmpty()) {
            return List.of("There are no revisions.");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(HISTORY_COLUMNS);
        for (int i = history.size() - 1; i >= 0; i--) {
            rows.add(row(history.get(i)));
        }
        return TextTable.lines(rows);
    }

    /** The same; where branches part or meet, with a drawing of what follows what. */
    public static List<String> history(List<HistoryEntry> history, List<RevisionInfo> revisions) {
        if (RevisionTree.isALine(revisions)) {
            return history(history);
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(beside("GRAPH", HISTORY_COLUMNS));
        Map<RevisionId, HistoryEntry> entries = new LinkedHashMap<>();
        history.forEach(entry -> entries.put(entry.revision(), entry));
        Set<RevisionId> followed = new HashSet<>();
        revisions.forEach(revision -> followed.addAll(revision.parents()));
        for (RevisionTree.Line line : RevisionTree.draw(revisions)) {
            RevisionInfo revision = line.revision();
            HistoryEntry entry = revision == null ? null : entries.remove(revision.id());
            if (entry == null) {
                rows.add(beside(line.drawing(), Collections.nCopies(HISTORY_COLUMNS.size(), "")));
            } else {
                List<String> row = new ArrayList<>(row(entry));
                if (!followed.contains(entry.revision())) {
                    row.set(1, row.get(1) + " (head)");
                }
                rows.add(beside(line.drawing(), row));
            }
        }
        // What is only in the database has no place in the drawing.
        entries.values().forEach(entry -> rows.add(beside("?", row(entry))));
        return TextTable.lines(rows);
    }

    private static List<String> beside(String drawing, List<String> columns) {
        List<String> row = new ArrayList<>(List.of(drawing));
        row.addAll(columns);
        return row;
    }

    private static List<String> row(HistoryEntry entry) {
        Optional<Installation> installation = entry.installation();
        return List.of(
                entry.revision().toString(),
                GenerateReport.labelled(entry.description(), entry.labels()),
                entry.state().name().toLowerCase(Locale.ROOT),
                installation.map(Installation::on).map(TextReport::time).orElse(""),
                installation.map(Installation::by).orElse(""),
                installation.map(Installation::elapsed).map(TextReport::time).orElse(""),
                entry.reversible() ? "yes" : "no");
    }

    private static String name(Optional<HistoryEntry> entry) {
        return entry.map(found -> found.revision() + " (" + found.description() + ")")
                .orElse("base (no revision is applied)");
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String time(Duration duration) {
        return duration.toSeconds() < 10
                ? duration.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}

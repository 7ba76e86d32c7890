package dev.dovetail.migrations.report;

import dev.dovetail.migrations.result.AppliedStep;
import dev.dovetail.migrations.result.Direction;
import dev.dovetail.migrations.result.HistoryEntry;
import dev.dovetail.migrations.result.HistoryEntry.Installation;
import dev.dovetail.migrations.result.MigrationRun;
import dev.dovetail.migrations.result.RevisionState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Results as lines of text. */
public final class TextReport {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

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
        rows.add(List.of("REVISION", "DESCRIPTION", "STATE", "APPLIED (UTC)", "BY", "TIME", "WAY BACK"));
        for (int i = history.size() - 1; i >= 0; i--) {
            rows.add(row(history.get(i)));
        }
        return TextTable.lines(rows);
    }

    private static List<String> row(HistoryEntry entry) {
        Optional<Installation> installation = entry.installation();
        return List.of(
                entry.revision().toString(),
                entry.description(),
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

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String time(Duration duration) {
        return duration.toSeconds() < 10
                ? duration.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}

package dev.dovetail.migrations.report;

import dev.dovetail.migrations.backfill.BackfillProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Backfills as lines of text; one instance for each run. */
public final class BackfillReport {

    private static final int WIDTH = 20;

    private final Consumer<String> lines;
    private int lastPercent = -1;

    /** Hands out lines. */
    public BackfillReport(Consumer<String> lines) {
        this.lines = lines;
    }

    /** A bar for each whole percent, however many batches there are. */
    public void batch(BackfillProgress progress) {
        int percent = (int) (progress.fraction() * 100);
        if (percent != lastPercent) {
            lastPercent = percent;
            int done = percent * WIDTH / 100;
            lines.accept(String.format(
                    Locale.ROOT,
                    "  [%s%s] %3d %%  %,d of %,d rows",
                    "#".repeat(done),
                    "-".repeat(WIDTH - done),
                    percent,
                    progress.seen(),
                    progress.total()));
        }
    }

    /** How it ended. */
    public static String end(BackfillProgress progress) {
        return String.format(
                Locale.ROOT,
                "Backfill '%s' is finished: %,d of %,d rows of %s changed, in %,d batches.",
                progress.name(),
                progress.changed(),
                progress.seen(),
                progress.table(),
                progress.batches());
    }

    /** Every one, a line each. */
    public static List<String> all(List<BackfillProgress> backfills) {
        if (backfills.isEmpty()) {
            return List.of("There are no backfills.");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("NAME", "TABLE", "DONE", "ROWS", "CHANGED", "LAST BATCH (UTC)"));
        for (BackfillProgress progress : backfills) {
            rows.add(List.of(
                    progress.name(),
                    progress.table(),
                    progress.finished() ? "finished" : (int) (progress.fraction() * 100) + " %",
                    String.format(Locale.ROOT, "%,d of %,d", progress.seen(), progress.total()),
                    String.format(Locale.ROOT, "%,d", progress.changed()),
                    TextReport.time(progress.updatedOn())));
        }
        return TextTable.lines(rows);
    }
}

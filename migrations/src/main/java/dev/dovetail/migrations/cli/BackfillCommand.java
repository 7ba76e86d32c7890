package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.backfill.Backfill;
import dev.dovetail.migrations.backfill.BackfillProgress;
import dev.dovetail.migrations.report.BackfillReport;
import dev.dovetail.migrations.report.JsonReport;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Changes the rows of a table in batches by key, each a transaction; stopped, it goes on where it was.",
            "Without --name it lists how every backfill stands. Progress is printed to standard error."
        })
final class BackfillCommand extends MigrationsCommand {

    @Option(names = "--name", paramLabel = "<words>", description = "Under which the progress is kept.")
    @Nullable
    String name;

    @Option(names = "--table", paramLabel = "<table>", description = "The table to change.")
    String table = "";

    @Option(
            names = "--key",
            paramLabel = "<column>",
            description = "Integers, text or UUIDs with an index; usually the primary key. Default: id")
    String key = "id";

    @Option(names = "--set", paramLabel = "<sql>", description = "As in an UPDATE: \"full_name = first || last\"")
    String set = "";

    @Option(names = "--where", paramLabel = "<sql>", description = "Which rows: \"full_name is null\". Default: all")
    String where = "";

    @Option(names = "--batch", paramLabel = "<rows>", description = "Rows of a transaction. Default: 1000")
    int batch = 1000;

    @Option(names = "--pause", paramLabel = "<ms>", description = "Between batches, in milliseconds. Default: 0")
    long pauseMillis;

    @Option(
            names = "--max-lag",
            paramLabel = "<seconds>",
            description = "PostgreSQL: waits while a replica is behind by more. Default: does not look")
    @Nullable
    Long maxLagSeconds;

    @Option(names = "--restart", description = "Forgets earlier progress under this name, and begins anew.")
    boolean restart;

    @Override
    Answer answer(Migrations migrations) {
        String chosen = name;
        if (chosen == null) {
            List<BackfillProgress> all = migrations.backfills();
            return Answer.of(
                    BackfillReport.all(all),
                    JsonReport.object(
                            "backfills", all.stream().map(JsonReport::backfill).toList()));
        }
        Backfill backfill = configured(migrations, chosen);
        if (restart) {
            backfill.forget();
        }
        BackfillProgress end = backfill.run();
        return Answer.of(BackfillReport.end(end), JsonReport.object("backfills", List.of(JsonReport.backfill(end))));
    }

    private Backfill configured(Migrations migrations, String chosen) {
        BackfillReport report = new BackfillReport(command().commandLine().getErr()::println);
        try {
            Backfill backfill = migrations
                    .backfill(chosen)
                    .table(table)
                    .key(key)
                    .set(set)
                    .where(where)
                    .batchSize(batch)
                    .pause(Duration.ofMillis(pauseMillis))
                    .onProgress(report::batch);
            return maxLagSeconds == null ? backfill : backfill.maxReplicationLag(Duration.ofSeconds(maxLagSeconds));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command().commandLine(), String.valueOf(wrong.getMessage()));
        }
    }
}

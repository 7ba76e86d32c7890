package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.JsonReport;
import dev.dovetail.migrations.report.TextReport;
import dev.dovetail.migrations.result.HistoryEntry;
import dev.dovetail.migrations.result.MigrationRun;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "downgrade",
        mixinStandardHelpOptions = true,
        description = "Takes revisions back, newest first, down to the target, which stays.")
final class DowngradeCommand extends MigrationsCommand {

    @Mixin
    final ClassOptions classes = new ClassOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "<target>",
            description = "-N (default -1), base, or the beginning of an applied revision's id")
    String target = "-1";

    @Override
    Answer answer(Migrations migrations) {
        MigrationRun run = migrations.downgrade(target);
        Optional<HistoryEntry> current = migrations.current();
        return Answer.of(TextReport.run(run, current), JsonReport.run(run, current));
    }
}

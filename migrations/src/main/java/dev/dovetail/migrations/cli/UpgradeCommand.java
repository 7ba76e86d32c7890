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
        name = "upgrade",
        mixinStandardHelpOptions = true,
        description = "Applies the scripts that are pending, up to the target.")
final class UpgradeCommand extends MigrationsCommand {

    @Mixin
    final ClassOptions classes = new ClassOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "<target>",
            description = "head (default), +N, heads, label@head, or the beginning of a revision's id")
    String target = "head";

    @Override
    Answer answer(Migrations migrations) {
        MigrationRun run = migrations.upgrade(target);
        Optional<HistoryEntry> current = migrations.current();
        return Answer.of(TextReport.run(run, current), JsonReport.run(run, current));
    }
}

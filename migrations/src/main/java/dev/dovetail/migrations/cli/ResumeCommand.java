package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.JsonReport;
import dev.dovetail.migrations.report.TextReport;
import dev.dovetail.migrations.result.HistoryEntry;
import dev.dovetail.migrations.result.MigrationRun;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = {
            "Goes on after a script that stopped outside a transaction, from the statement that was refused, then to head.",
            "Correct that statement first, and nothing before it. A migration in Java begins anew."
        })
final class ResumeCommand extends MigrationsCommand {

    @Mixin
    final ClassOptions classes = new ClassOptions();

    @Override
    Answer answer(Migrations migrations) {
        MigrationRun run = migrations.resume();
        Optional<HistoryEntry> current = migrations.current();
        return Answer.of(TextReport.run(run, current), JsonReport.run(run, current));
    }
}

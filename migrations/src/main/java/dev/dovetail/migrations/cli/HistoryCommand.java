package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.JsonReport;
import dev.dovetail.migrations.report.TextReport;
import dev.dovetail.migrations.result.HistoryEntry;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Lists every revision, newest first, and how it stands in the database.",
            "Where branches part or meet, the graph is drawn beside it."
        })
final class HistoryCommand extends MigrationsCommand {

    @Mixin
    final ClassOptions classes = new ClassOptions();

    @Override
    Answer answer(Migrations migrations) {
        List<HistoryEntry> history = migrations.history();
        return Answer.of(
                TextReport.history(history, migrations.revisions()),
                JsonReport.object(
                        "revisions", history.stream().map(JsonReport::entry).toList()));
    }
}

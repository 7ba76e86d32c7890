package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.JsonReport;
import dev.dovetail.migrations.report.TextReport;
import dev.dovetail.migrations.result.HistoryEntry;
import dev.dovetail.migrations.result.RevisionState;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "current", mixinStandardHelpOptions = true, description = "Tells at which revision the database is.")
final class CurrentCommand extends MigrationsCommand {

    @Mixin
    final ClassOptions classes = new ClassOptions();

    @Override
    Answer answer(Migrations migrations) {
        List<HistoryEntry> history = migrations.history();
        Optional<HistoryEntry> current = migrations.current();
        long pending = history.stream()
                .filter(entry -> entry.state() == RevisionState.PENDING)
                .count();
        return Answer.of(
                TextReport.current(history, current),
                JsonReport.object("current", current.map(JsonReport::entry), "pending", pending));
    }
}

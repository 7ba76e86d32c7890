package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.JsonReport;
import dev.dovetail.migrations.report.TextReport;
import dev.dovetail.migrations.result.HistoryEntry;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "stamp",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the history say that the database is at the target, without running a script.",
            "For tables that were there before, and after a repair by hand."
        })
final class StampCommand extends MigrationsCommand {

    @Parameters(paramLabel = "<target>", description = "head, base, or the beginning of a revision's id")
    String target = "";

    @Override
    Answer answer(Migrations migrations) {
        migrations.stamp(target);
        Optional<HistoryEntry> current = migrations.current();
        return Answer.of(
                "Stamped: " + TextReport.current(migrations.history(), current) + ".",
                JsonReport.object("current", current.map(JsonReport::entry)));
    }
}

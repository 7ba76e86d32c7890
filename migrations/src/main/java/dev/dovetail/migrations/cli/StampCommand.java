package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.JsonReport;
import dev.dovetail.migrations.report.TextReport;
import dev.dovetail.migrations.result.HistoryEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "stamp",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the history say that the database is at the target, without running a script.",
            "For tables that were there before, and after a repair by hand."
        })
final class StampCommand extends MigrationsCommand {

    @Mixin
    final ClassOptions classes = new ClassOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "<target>",
            description = "head, base, label@head, or the beginning of a revision's id")
    @Nullable
    String target;

    @Option(
            names = "--from-flyway",
            arity = "0..1",
            fallbackValue = "flyway_schema_history",
            paramLabel = "<table>",
            description = "Takes over what Flyway's history says was applied. Default: flyway_schema_history")
    @Nullable
    String flywayTable;

    @Override
    Answer answer(Migrations migrations) {
        if ((target == null) == (flywayTable == null)) {
            throw new ParameterException(command().commandLine(), "Where to? Give a target or --from-flyway.");
        }
        if (flywayTable != null) {
            migrations.stampFromFlyway(flywayTable);
        } else if (target != null) {
            migrations.stamp(target);
        }
        Optional<HistoryEntry> current = migrations.current();
        return Answer.of(
                "Stamped: " + TextReport.current(migrations.history(), current) + ".",
                JsonReport.object("current", current.map(JsonReport::entry)));
    }
}

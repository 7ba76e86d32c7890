package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.GenerateReport;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Lists what would have to change in the database, as it is, to be what the entities ask for.")
final class DiffCommand extends MigrationsCommand {

    @Mixin
    final ModelOptions model = new ModelOptions();

    @Override
    void run(Migrations migrations, PrintWriter out) {
        GenerateReport.detected(model.with(migrations::diff)).forEach(out::println);
    }
}

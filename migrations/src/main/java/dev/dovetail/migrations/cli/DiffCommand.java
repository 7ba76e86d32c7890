package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.autogenerate.Detected;
import dev.dovetail.migrations.report.GenerateReport;
import dev.dovetail.migrations.report.JsonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Lists what would have to change in the database, as it is, to be what the entities ask for.",
        footer = {"", "Examples:", "  dovetail diff --url postgresql://…/shop --classpath target/classes"})
final class DiffCommand extends MigrationsCommand {

    @Mixin
    final ModelOptions model = new ModelOptions();

    @Override
    Answer answer(Migrations migrations) {
        Detected detected = model.with(migrations::diff);
        return Answer.of(GenerateReport.detected(detected), JsonReport.detected(detected));
    }
}

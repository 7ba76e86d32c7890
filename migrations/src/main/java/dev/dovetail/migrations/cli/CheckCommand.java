package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.JsonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Fails if the entities ask for something that no script makes. For build servers.",
        footer = {
            "",
            "Examples:",
            "  dovetail check --classpath target/classes --scratch postgresql://…/dev     in a build, for every engine"
        })
final class CheckCommand extends MigrationsCommand {

    @Mixin
    final ModelOptions model = new ModelOptions();

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    Answer answer(Migrations migrations) {
        model.with(entities -> {
            migrations.check(entities);
            return true;
        });
        return Answer.of("The scripts lead to the model.", JsonReport.object("upToDate", true));
    }
}

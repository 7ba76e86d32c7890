package dev.dovetail.migrations.cli;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.JsonReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Makes the folders for scripts. What is there stays.",
        footer = {"", "Examples:", "  dovetail init --engines sqlite,postgresql --locations db/migration"})
final class InitCommand extends MigrationsCommand {

    @Option(
            names = "--engines",
            split = ",",
            paramLabel = "<engine>",
            description = "sqlite, postgresql, h2, mariadb, mysql. Default: sqlite,postgresql")
    List<String> engines = List.of("sqlite", "postgresql");

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    Answer answer(Migrations migrations) {
        Engine[] chosen = EngineNames.parse(engines, command());
        List<Path> made = migrations.init(chosen);
        List<String> lines = new ArrayList<>();
        made.forEach(folder -> lines.add("Made " + folder));
        lines.add(made.isEmpty() ? "Everything is there." : "Next: dovetail migrate -m \"first tables\"");
        return Answer.of(lines, JsonReport.object("folders", JsonReport.texts(made)));
    }
}

package dev.dovetail.migrations.cli;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.Migrations;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Makes the folders for scripts. What is there stays.")
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
    void run(Migrations migrations, PrintWriter out) {
        Engine[] chosen = EngineNames.parse(engines, command());
        List<Path> made = migrations.init(chosen);
        made.forEach(folder -> out.println("Made " + folder));
        out.println(made.isEmpty() ? "Everything is there." : "Next: dovetail migrate -m \"first tables\"");
    }
}

package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Writes a revision that joins all heads, after two branches both added some.")
final class MergeCommand extends MigrationsCommand {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "<words>",
            description = "It becomes a part of the names of the files. Default: merge")
    String message = "merge";

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void run(Migrations migrations, PrintWriter out) {
        migrations.merge(message).forEach(file -> out.println("Written " + file));
    }
}

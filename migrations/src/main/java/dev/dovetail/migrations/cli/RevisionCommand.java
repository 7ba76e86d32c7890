package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "revision",
        mixinStandardHelpOptions = true,
        description = "Writes an empty revision behind the head, up and down, for every engine that has a folder.")
final class RevisionCommand extends MigrationsCommand {

    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "<words>",
            description = "What changes; it becomes a part of the names of the files.")
    String message = "";

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void run(Migrations migrations, PrintWriter out) {
        migrations.revision(message).forEach(file -> out.println("Written " + file));
    }
}

package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.JsonReport;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Writes a revision that joins all heads, after two branches both added some.")
final class MergeCommand extends MigrationsCommand {

    @Mixin
    final ClassOptions classes = new ClassOptions();

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
    Answer answer(Migrations migrations) {
        List<Path> files = migrations.merge(message);
        return Answer.of(
                files.stream().map(file -> "Written " + file).toList(),
                JsonReport.object("files", JsonReport.texts(files)));
    }
}

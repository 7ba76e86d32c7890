package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.JsonReport;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "revision",
        mixinStandardHelpOptions = true,
        description = "Writes an empty revision behind the head, up and down, for every engine that has a folder.")
final class RevisionCommand extends MigrationsCommand {

    @Mixin
    final ClassOptions classes = new ClassOptions();

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
    Answer answer(Migrations migrations) {
        List<Path> files = migrations.revision(message);
        return Answer.of(
                files.stream().map(file -> "Written " + file).toList(),
                JsonReport.object("files", JsonReport.texts(files)));
    }
}

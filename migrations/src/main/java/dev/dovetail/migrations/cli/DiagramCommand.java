package dev.dovetail.migrations.cli;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.diagram.DiagramFile;
import dev.dovetail.migrations.diagram.DiagramFormat;
import dev.dovetail.migrations.report.JsonReport;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "diagram",
        mixinStandardHelpOptions = true,
        description = {
            "Draws the tables of the database, with their columns, keys and references, as Mermaid or SVG.",
            "With --model, those that the entities ask for; a scratch database is used."
        },
        footer = {
            "",
            "Examples:",
            "  dovetail diagram --url sqlite:///shop.db --output docs/schema.svg",
            "  dovetail diagram --model --classpath target/classes > schema.mmd"
        })
final class DiagramCommand extends MigrationsCommand {

    @Option(
            names = "--format",
            paramLabel = "<format>",
            description = "mermaid or svg. Default: as the name of --output ends, otherwise mermaid")
    @Nullable
    String format;

    @Option(names = "--output", paramLabel = "<file>", description = "Where to write it. Default: standard output")
    @Nullable
    Path output;

    @Option(names = "--model", description = "Draw what the entities ask for.")
    boolean fromModel;

    @Option(
            names = "--engine",
            paramLabel = "<engine>",
            description = "With --model: for which engine. Default: sqlite")
    String engine = "sqlite";

    @Mixin
    final ModelOptions model = new ModelOptions();

    @Override
    boolean needsDatabase() {
        return !fromModel;
    }

    @Override
    Answer answer(Migrations migrations) {
        DiagramFormat chosen = DiagramFile.format(format, output);
        Engine of = EngineNames.parse(List.of(engine), command())[0];
        String text = fromModel
                ? model.with(entities -> migrations.diagram(chosen, entities, of))
                : migrations.diagram(chosen);
        if (output == null) {
            return Answer.of(
                    text.lines().toList(), JsonReport.object("format", JsonReport.lower(chosen), "text", text));
        }
        DiagramFile.write(output, text);
        return Answer.of("Written " + output, JsonReport.object("format", JsonReport.lower(chosen), "file", output));
    }
}

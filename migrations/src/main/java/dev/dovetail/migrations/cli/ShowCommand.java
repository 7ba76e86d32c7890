package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.GenerateReport;
import dev.dovetail.migrations.report.JsonReport;
import dev.dovetail.migrations.result.RevisionInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a revision with its scripts.")
final class ShowCommand extends MigrationsCommand {

    @Mixin
    final ClassOptions classes = new ClassOptions();

    @Parameters(arity = "0..1", paramLabel = "<target>", description = "head (default), or the beginning of an id")
    String target = "head";

    @Override
    Answer answer(Migrations migrations) {
        RevisionInfo revision = migrations.show(target);
        Map<String, @Nullable Object> value = JsonReport.revision(revision);
        value.put("upgrade", revision.upgrade());
        value.put("downgrade", revision.downgrade().orElse(null));
        return Answer.of(GenerateReport.revision(revision), value);
    }
}

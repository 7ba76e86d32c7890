package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.GenerateReport;
import dev.dovetail.migrations.report.JsonReport;
import dev.dovetail.migrations.result.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "heads",
        mixinStandardHelpOptions = true,
        description = "Lists the revisions that no other one follows.")
final class HeadsCommand extends MigrationsCommand {

    @Mixin
    final ClassOptions classes = new ClassOptions();

    @Override
    Answer answer(Migrations migrations) {
        List<RevisionInfo> heads = migrations.heads();
        List<String> lines = new ArrayList<>();
        heads.forEach(head -> lines.add(head.id() + "  " + GenerateReport.labelled(head.description(), head.labels())));
        if (heads.size() != 1) {
            lines.add(heads.isEmpty() ? "There are no revisions." : "Join them with: dovetail merge");
        }
        return Answer.of(
                lines,
                JsonReport.object(
                        "heads", heads.stream().map(JsonReport::revision).toList()));
    }
}

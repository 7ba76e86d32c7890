package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.result.RevisionInfo;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "heads",
        mixinStandardHelpOptions = true,
        description = "Lists the revisions that no other one follows.")
final class HeadsCommand extends MigrationsCommand {

    @Override
    void run(Migrations migrations, PrintWriter out) {
        List<RevisionInfo> heads = migrations.heads();
        heads.forEach(head -> out.println(head.id() + "  " + head.description()));
        if (heads.size() != 1) {
            out.println(heads.isEmpty() ? "There are no revisions." : "Join them with: dovetail merge");
        }
    }
}

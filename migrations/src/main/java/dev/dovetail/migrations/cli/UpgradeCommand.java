package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.TextReport;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "upgrade",
        mixinStandardHelpOptions = true,
        description = "Applies the scripts that are pending, up to the target.")
final class UpgradeCommand extends MigrationsCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "<target>",
            description = "head (default), +N, or the beginning of a revision's id")
    String target = "head";

    @Override
    void run(Migrations migrations, PrintWriter out) {
        out.println(TextReport.run(migrations.upgrade(target), migrations.current()));
    }
}

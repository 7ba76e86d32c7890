package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.TextReport;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "downgrade",
        mixinStandardHelpOptions = true,
        description = "Takes revisions back, newest first, down to the target, which stays.")
final class DowngradeCommand extends MigrationsCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "<target>",
            description = "-N (default -1), base, or the beginning of an applied revision's id")
    String target = "-1";

    @Override
    void run(Migrations migrations, PrintWriter out) {
        out.println(TextReport.run(migrations.downgrade(target), migrations.current()));
    }
}

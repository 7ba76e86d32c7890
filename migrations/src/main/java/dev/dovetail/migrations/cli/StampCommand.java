package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.TextReport;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "stamp",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the history say that the database is at the target, without running a script.",
            "For tables that were there before, and after a repair by hand."
        })
final class StampCommand extends MigrationsCommand {

    @Parameters(paramLabel = "<target>", description = "head, base, or the beginning of a revision's id")
    String target = "";

    @Override
    void run(Migrations migrations, PrintWriter out) {
        migrations.stamp(target);
        out.println("Stamped: " + TextReport.current(migrations.history(), migrations.current()) + ".");
    }
}

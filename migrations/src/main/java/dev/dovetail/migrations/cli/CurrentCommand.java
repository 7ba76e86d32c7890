package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.TextReport;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(name = "current", mixinStandardHelpOptions = true, description = "Tells at which revision the database is.")
final class CurrentCommand extends MigrationsCommand {

    @Override
    void run(Migrations migrations, PrintWriter out) {
        out.println(TextReport.current(migrations.history(), migrations.current()));
    }
}

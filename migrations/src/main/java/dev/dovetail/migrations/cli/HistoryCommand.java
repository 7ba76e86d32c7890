package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.TextReport;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Lists every revision, newest first, and how it stands in the database.")
final class HistoryCommand extends MigrationsCommand {

    @Override
    void run(Migrations migrations, PrintWriter out) {
        TextReport.history(migrations.history()).forEach(out::println);
    }
}

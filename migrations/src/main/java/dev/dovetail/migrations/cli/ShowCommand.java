package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.GenerateReport;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a revision with its scripts.")
final class ShowCommand extends MigrationsCommand {

    @Parameters(arity = "0..1", paramLabel = "<target>", description = "head (default), or the beginning of an id")
    String target = "head";

    @Override
    void run(Migrations migrations, PrintWriter out) {
        GenerateReport.revision(migrations.show(target)).forEach(out::println);
    }
}

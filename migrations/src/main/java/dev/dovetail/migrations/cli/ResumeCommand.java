package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.TextReport;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = {
            "Goes on after a script that stopped outside a transaction, from the statement that was refused, then to head.",
            "Correct that statement first, and nothing before it. A migration in Java begins anew."
        })
final class ResumeCommand extends MigrationsCommand {

    @Mixin
    final ClassOptions classes = new ClassOptions();

    @Override
    void run(Migrations migrations, PrintWriter out) {
        out.println(TextReport.run(migrations.resume(), migrations.current()));
    }
}

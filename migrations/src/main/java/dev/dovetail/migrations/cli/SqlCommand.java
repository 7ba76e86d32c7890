package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.JsonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "Prints the statements of a range of revisions as one script, to be run elsewhere.")
final class SqlCommand extends MigrationsCommand {

    @Mixin
    final ClassOptions classes = new ClassOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "<from:to>",
            description = "base, head, or beginnings of ids; backwards for a downgrade. Default: base:head")
    String range = "base:head";

    @Override
    Answer answer(Migrations migrations) {
        String sql = migrations.sql(range);
        return Answer.of(sql.lines().toList(), JsonReport.object("sql", sql));
    }
}

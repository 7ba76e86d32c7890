package dev.dovetail.migrations.cli;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.autogenerate.GenerateOptions;
import dev.dovetail.migrations.autogenerate.Generated;
import dev.dovetail.migrations.report.GenerateReport;
import dev.dovetail.migrations.report.JsonReport;
import java.io.Console;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the scripts that lead from what the scripts make to what the entities ask for, and back.",
            "They are proven on scratch databases before they are written; --url is not touched."
        },
        footer = {
            "",
            "Examples:",
            "  dovetail migrate -m \"add orders\"                       after the entities have changed",
            "  dovetail migrate -m \"names\" --rename users.name=full_name",
            "  dovetail migrate -m \"rules\" --safe --with-data         for a database that is in use",
            "  dovetail migrate -m \"less\" --allow-drop                also what loses data"
        })
final class MigrateCommand extends MigrationsCommand {

    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "<words>",
            description = "What changes; it becomes a part of the names of the files.")
    String message = "";

    @Mixin
    final ModelOptions model = new ModelOptions();

    @Option(
            names = "--rename",
            paramLabel = "<old=new>",
            description = "A table (users=people) or a column (users.name=full_name) that got another name.")
    List<String> renames = List.of();

    @Option(names = "--keep", split = ",", paramLabel = "<table>", description = "Tables that others own.")
    List<String> kept = List.of();

    @Option(names = "--allow-drop", description = "Write also what loses data.")
    boolean allowDrop;

    @Option(
            names = "--safe",
            description = "Write several revisions, none of which stops a running application for long.")
    boolean safe;

    @Option(names = "--with-data", description = "Prove with rows in every table.")
    boolean withData;

    @Option(
            names = "--engines",
            split = ",",
            paramLabel = "<engine>",
            description = "sqlite, postgresql, h2, mariadb, mysql. Default: those that have a folder")
    List<String> engines = List.of();

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    Answer answer(Migrations migrations) {
        Engine[] chosen = EngineNames.parse(engines, command());
        Generated generated =
                model.with(entities -> migrations.migrate(message, entities, options -> configure(options, chosen)));
        return Answer.of(GenerateReport.generated(generated), JsonReport.generated(generated));
    }

    /** Only of a person: a build server is told in the message what to pass. */
    private boolean ask(String suggestion) {
        Console console = System.console();
        if (console == null || isJson()) {
            return false;
        }
        String answer =
                console.readLine("Was something renamed, %s? Otherwise it is removed and added. [y/N] ", suggestion);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private void configure(GenerateOptions options, Engine... chosen) {
        renames.forEach(options::rename);
        options.keep(kept.toArray(String[]::new))
                .allowDrop(allowDrop)
                .withData(withData)
                .safe(safe)
                .engines(chosen)
                .onSuggestion(this::ask);
    }
}

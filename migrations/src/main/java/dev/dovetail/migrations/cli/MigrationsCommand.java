package dev.dovetail.migrations.cli;

import static dev.dovetail.migrations.report.JsonReport.object;

import dev.dovetail.core.Database;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.autogenerate.model.EntityClasses;
import dev.dovetail.migrations.code.Classpath;
import dev.dovetail.migrations.report.Json;
import dev.dovetail.migrations.report.TextReport;
import dev.dovetail.migrations.result.AppliedStep;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command on the migrations of one database. */
abstract class MigrationsCommand implements Callable<Integer>, JsonCommand {

    /** H2's lock needs a connection of its own. */
    private static final int CONNECTIONS = 2;

    private static final String NO_DATABASE = "sqlite:///:memory:";

    @Mixin
    final ConnectionOptions connection = new ConnectionOptions();

    @Option(names = JsonCommand.OPTION, description = "Print one JSON value instead of text (docs/command-line.md).")
    boolean json;

    @Spec
    @Nullable
    CommandSpec spec;

    /** Does it; what it has to say comes back. A command that only prints overrides {@link #run} instead. */
    Answer answer(Migrations migrations) {
        StringWriter printed = new StringWriter();
        run(migrations, new PrintWriter(printed, true));
        List<String> lines = printed.toString().lines().toList();
        return Answer.of(lines, object("lines", lines));
    }

    /** Does it and prints. */
    void run(Migrations migrations, PrintWriter out) {
        throw new IllegalStateException("A command overrides answer or run");
    }

    @Override
    public final Integer call() {
        PrintWriter out = command().commandLine().getOut();
        String url = url();
        Answer answer;
        OptionSpec option = command().findOption(ClassOptions.NAME);
        String path = option == null ? ClassOptions.DEFAULT : option.getValue();
        try (Classpath classpath = Classpath.open(EntityClasses.classpath(path));
                Database database = Database.open(url, options -> options.poolSize(CONNECTIONS))) {
            String[] locations = classpath.with(connection.locations);
            answer = answer(Migrations.of(
                    database,
                    options -> options.locations(locations)
                            .lockTimeout(connection.lockTimeout())
                            .scratch(scratch(url))
                            .onStep(step -> announce(step, out))));
        }
        if (json) {
            out.println(Json.text(object(
                    "command",
                    command().name(),
                    "ok",
                    answer.exitCode() == 0,
                    "exitCode",
                    answer.exitCode(),
                    "result",
                    Objects.requireNonNullElse(answer.value(), object()))));
        } else {
            answer.lines().forEach(out::println);
        }
        return answer.exitCode();
    }

    @Override
    public boolean isJson() {
        return json;
    }

    private void announce(AppliedStep step, PrintWriter out) {
        if (!json) {
            out.println(TextReport.step(step));
        }
    }

    /** Whether it looks at the database of the URL, or only at scripts. */
    boolean needsDatabase() {
        return true;
    }

    private String[] scratch(String url) {
        List<String> urls = new ArrayList<>(connection.scratch);
        if (!url.equals(NO_DATABASE)) {
            urls.add(url);
        }
        return urls.toArray(String[]::new);
    }

    private String url() {
        String url = connection.url != null ? connection.url : System.getenv(ConnectionOptions.VARIABLE);
        if ((url == null || url.isBlank()) && !needsDatabase()) {
            return NO_DATABASE;
        }
        if (url == null || url.isBlank()) {
            throw new ParameterException(
                    command().commandLine(),
                    "Which database? Give --url, or set the environment variable " + ConnectionOptions.VARIABLE + ".");
        }
        return url;
    }

    final CommandSpec command() {
        return Objects.requireNonNull(spec, "picocli gives it");
    }
}

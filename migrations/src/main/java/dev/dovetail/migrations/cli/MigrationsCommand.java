package dev.dovetail.migrations.cli;

import dev.dovetail.core.Database;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.TextReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command on the migrations of one database. */
abstract class MigrationsCommand implements Callable<Integer> {

    /** H2's lock needs a connection of its own. */
    private static final int CONNECTIONS = 2;

    private static final String NO_DATABASE = "sqlite:///:memory:";

    @Mixin
    final ConnectionOptions connection = new ConnectionOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    abstract void run(Migrations migrations, PrintWriter out);

    @Override
    public final Integer call() {
        PrintWriter out = command().commandLine().getOut();
        String url = url();
        try (Database database = Database.open(url, options -> options.poolSize(CONNECTIONS))) {
            run(
                    Migrations.of(
                            database,
                            options -> options.locations(connection.locations.toArray(String[]::new))
                                    .lockTimeout(connection.lockTimeout())
                                    .scratch(scratch(url))
                                    .onStep(step -> out.println(TextReport.step(step)))),
                    out);
        }
        return ExitCode.OK;
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

package dev.dovetail.maven;

import dev.dovetail.core.Database;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.code.Classpath;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.report.TextReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * A goal on the migrations of one database. SQLite's driver is there; for another engine, add its driver to the
 * dependencies of the plugin.
 */
abstract class AbstractMigrationsMojo extends AbstractMojo {

    /** H2's lock needs a connection of its own. */
    private static final int CONNECTIONS = 2;

    private static final String NO_DATABASE = "sqlite:///:memory:";

    /** The database, for example {@code sqlite:///shop.db}; the environment variable DOVETAIL_URL if it is not given. */
    @Parameter(property = "dovetail.url", defaultValue = "${env.DOVETAIL_URL}")
    String url;

    /** Folders with scripts; each has one folder per engine. */
    @Parameter(property = "dovetail.locations", defaultValue = "${project.basedir}/src/main/resources/db/migration")
    List<String> locations;

    /** How many seconds to wait for another process that migrates the same database. */
    @Parameter(property = "dovetail.lockTimeout", defaultValue = "60")
    int lockTimeout;

    /** Servers on which scratch databases may be made, one for each engine; SQLite and H2 need none. Default: that of the URL. */
    @Parameter(property = "dovetail.scratch")
    List<String> scratch;

    /** Where entities and migrations in Java are, and what they need. */
    @Parameter(defaultValue = "${project.runtimeClasspathElements}", readonly = true)
    List<String> classpath;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            run();
        } catch (RuntimeException failure) {
            throw Failures.of(failure, AbstractMigrationsMojo::explain);
        }
    }

    private void run() throws MojoExecutionException {
        boolean given = url != null && !url.isBlank();
        if (!given && needsDatabase()) {
            throw new MojoExecutionException(
                    "Which database? Configure <url>, or give -Ddovetail.url, or set the environment variable DOVETAIL_URL.");
        }
        try (Classpath classes = Classpath.open(classpath());
                Database database =
                        Database.open(given ? url : NO_DATABASE, options -> options.poolSize(CONNECTIONS))) {
            String[] folders = classes.with(locations);
            work(Migrations.of(
                    database,
                    options -> options.locations(folders)
                            .lockTimeout(Duration.ofSeconds(lockTimeout))
                            .scratch(scratchUrls(given))
                            .onStep(step -> getLog().info(TextReport.step(step)))));
        }
    }

    abstract void work(Migrations migrations);

    /** Whether it looks at the database of the URL, or only at scripts. */
    boolean needsDatabase() {
        return true;
    }

    final List<Path> classpath() {
        return classpath == null ? List.of() : classpath.stream().map(Path::of).toList();
    }

    private String[] scratchUrls(boolean given) {
        List<String> urls = new ArrayList<>(scratch == null ? List.of() : scratch);
        if (given) {
            urls.add(url);
        }
        return urls.toArray(String[]::new);
    }

    private static Explanation explain(Exception failure) {
        return new Explanation(
                MigrationError.EXECUTION_FAILED,
                "The migrations could not run: " + failure,
                "something that Dovetail did not expect",
                "run Maven with -e for the whole failure, and report it");
    }
}

package dev.dovetail.maven;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.maven.generate.Fingerprint;
import dev.dovetail.maven.generate.Generation;
import dev.dovetail.migrations.error.MigrationError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jooq.meta.jaxb.ForcedType;

/**
 * Generates jOOQ's classes from the migrations: replays the scripts for SQLite on a private database, so that no server
 * is needed, or those for PostgreSQL on a scratch database; with the same Java types either way. Does nothing if scripts and configuration are
 * those of the last time.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public class GenerateMojo extends AbstractMojo {

    /** {@code sqlite}, or {@code postgresql} where that runs in production and there is more to see on it. */
    @Parameter(property = "dovetail.generate.engine", defaultValue = "sqlite")
    String engine;

    /**
     * For {@code postgresql}: a server, on which a scratch database beside the one of this URL is made and dropped. Without
     * it an embedded server is started, for which its library and its binaries have to be among the plugin's dependencies.
     */
    @Parameter(property = "dovetail.generate.url")
    String url;

    /** Folders with scripts; each has a folder of the engine. */
    @Parameter(property = "dovetail.locations", defaultValue = "${project.basedir}/src/main/resources/db/migration")
    List<String> locations;

    /** The package of the generated classes. */
    @Parameter(property = "dovetail.generate.packageName", required = true)
    String packageName;

    /** The source folder to write to; it becomes one of the project's. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/dovetail")
    File directory;

    /** Regular expressions, separated by {@code |}, of the tables and columns to take. */
    @Parameter(defaultValue = ".*")
    String includes;

    /** Regular expressions, separated by {@code |}, of the tables and columns to leave out. */
    @Parameter(defaultValue = "")
    String excludes;

    /** Whether to generate a record class for each table, too. */
    @Parameter(defaultValue = "true")
    boolean records;

    /** Whether to generate a plain class for each table, too. */
    @Parameter(defaultValue = "false")
    boolean pojos;

    /** jOOQ's rules for the types of columns; they come before those of Dovetail. */
    @Parameter
    List<ForcedType> forcedTypes;

    /** Generates nothing, but adds the source folder all the same. */
    @Parameter(property = "dovetail.generate.skip", defaultValue = "false")
    boolean skip;

    /** Where to remember what the code was generated from. */
    @Parameter(defaultValue = "${project.build.directory}/dovetail", readonly = true)
    File stateDirectory;

    /** The version of this plugin. */
    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    String pluginVersion;

    /** The project to add the source folder to. */
    @Parameter(defaultValue = "${project}", readonly = true)
    MavenProject project;

    /** For Maven. */
    public GenerateMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        if (!skip) {
            generate();
        }
        project.addCompileSourceRoot(directory.toString());
    }

    private void generate() throws MojoExecutionException {
        Generation generation = new Generation(
                chosenEngine(),
                url == null ? "" : url,
                locations,
                packageName,
                directory.toPath(),
                includes,
                excludes == null ? "" : excludes,
                records,
                pojos,
                forcedTypes == null ? List.of() : forcedTypes);
        try {
            Path state = stateDirectory.toPath().resolve("generate-" + packageName + ".sha256");
            Fingerprint fingerprint = Fingerprint.of(generation, state, pluginVersion);
            if (fingerprint.isUpToDate()) {
                getLog().info("The classes in " + packageName + " are up to date");
                return;
            }
            fingerprint.forget();
            long startedAt = System.nanoTime();
            generation.run();
            fingerprint.save();
            getLog().info("Generated " + packageName + " from " + String.join(", ", locations) + " in "
                    + (System.nanoTime() - startedAt) / 1_000_000 + " ms");
        } catch (Exception failure) {
            throw Failures.of(failure, this::explain);
        }
    }

    private Engine chosenEngine() throws MojoExecutionException {
        String name = String.valueOf(engine).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "sqlite" -> Engine.SQLITE;
            case "postgresql" -> Engine.POSTGRESQL;
            default ->
                throw new MojoExecutionException(
                        "Code is generated from sqlite or postgresql, got <engine>" + engine + "</engine>");
        };
    }

    private Explanation explain(Exception failure) {
        return new Explanation(
                MigrationError.GENERATION_FAILED,
                "jOOQ could not generate " + packageName + ": " + failure.getMessage(),
                failure instanceof IOException
                        ? "a file cannot be read or written"
                        : "a wrong pattern in includes, excludes or forcedTypes, or SQL that jOOQ does not understand",
                "run Maven with -e for the whole failure; generate without the part of the configuration that was"
                        + " changed last");
    }
}

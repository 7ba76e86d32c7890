package dev.dovetail.maven;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.maven.generate.Fingerprint;
import dev.dovetail.maven.generate.Generation;
import dev.dovetail.migrations.error.MigrationError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jooq.meta.jaxb.ForcedType;

/**
 * Generates jOOQ's classes from the migrations: replays the scripts for SQLite on a private database, so that no server
 * is needed, with Java types that are right on the other engines, too. Does nothing if scripts and configuration are
 * those of the last time.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public class GenerateMojo extends AbstractMojo {

    /** Folders with scripts; each has a folder {@code sqlite}. */
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
                locations,
                packageName,
                directory.toPath(),
                includes,
                excludes == null ? "" : excludes,
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

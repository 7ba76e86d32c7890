package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Prints the statements of a range of revisions as one script, to be run elsewhere. */
@Mojo(name = "sql", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class SqlMojo extends AbstractMigrationsMojo {

    /** {@code FROM:TO}, each {@code base}, {@code head} or the beginning of an id; backwards for a downgrade. */
    @Parameter(property = "dovetail.range", defaultValue = "base:head")
    String range;

    /** For Maven. */
    public SqlMojo() {}

    @Override
    void work(Migrations migrations) {
        migrations.sql(range).lines().forEach(getLog()::info);
    }
}

package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.TextReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Takes revisions back, newest first, down to the target, which stays. */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class DowngradeMojo extends AbstractMigrationsMojo {

    /** {@code -N}, {@code base}, or the beginning of an applied revision's id. */
    @Parameter(property = "dovetail.target", defaultValue = "-1")
    String target;

    /** For Maven. */
    public DowngradeMojo() {}

    @Override
    void work(Migrations migrations) {
        getLog().info(TextReport.run(migrations.downgrade(target), migrations.current()));
    }
}

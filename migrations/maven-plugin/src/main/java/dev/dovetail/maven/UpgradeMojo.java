package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.TextReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Applies the scripts that are pending, up to the target. */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class UpgradeMojo extends AbstractMigrationsMojo {

    /** {@code head}, {@code +N}, or the beginning of a revision's id. */
    @Parameter(property = "dovetail.target", defaultValue = "head")
    String target;

    /** For Maven. */
    public UpgradeMojo() {}

    @Override
    void work(Migrations migrations) {
        getLog().info(TextReport.run(migrations.upgrade(target), migrations.current()));
    }
}

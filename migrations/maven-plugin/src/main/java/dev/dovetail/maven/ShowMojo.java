package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.GenerateReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows a revision with its scripts. */
@Mojo(name = "show", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class ShowMojo extends AbstractMigrationsMojo {

    /** {@code head}, or the beginning of a revision's id. */
    @Parameter(property = "dovetail.target", defaultValue = "head")
    String target;

    /** For Maven. */
    public ShowMojo() {}

    @Override
    void work(Migrations migrations) {
        GenerateReport.revision(migrations.show(target)).forEach(getLog()::info);
    }
}

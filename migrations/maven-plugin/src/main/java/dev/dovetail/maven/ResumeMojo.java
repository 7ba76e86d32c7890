package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.TextReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Goes on after a script that stopped outside a transaction, from the statement that was refused, then to head. */
@Mojo(name = "resume", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class ResumeMojo extends AbstractMigrationsMojo {

    /** For Maven. */
    public ResumeMojo() {}

    @Override
    void work(Migrations migrations) {
        getLog().info(TextReport.run(migrations.resume(), migrations.current()));
    }
}

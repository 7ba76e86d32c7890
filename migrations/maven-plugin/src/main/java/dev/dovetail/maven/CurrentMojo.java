package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.TextReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Tells at which revision the database is. */
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class CurrentMojo extends AbstractMigrationsMojo {

    /** For Maven. */
    public CurrentMojo() {}

    @Override
    void work(Migrations migrations) {
        getLog().info(TextReport.current(migrations.history(), migrations.current()));
    }
}

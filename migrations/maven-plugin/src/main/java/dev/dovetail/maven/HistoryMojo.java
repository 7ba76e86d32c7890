package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.TextReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists every revision, newest first, and how it stands in the database. */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class HistoryMojo extends AbstractMigrationsMojo {

    /** For Maven. */
    public HistoryMojo() {}

    @Override
    void work(Migrations migrations) {
        TextReport.history(migrations.history(), migrations.revisions()).forEach(getLog()::info);
    }
}

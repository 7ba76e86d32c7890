package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.GenerateReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists what would have to change in the database, as it is, to be what the entities ask for. */
@Mojo(name = "diff", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class DiffMojo extends AbstractModelMojo {

    /** For Maven. */
    public DiffMojo() {}

    @Override
    void work(Migrations migrations) {
        GenerateReport.detected(withModel(migrations::diff)).forEach(getLog()::info);
    }
}

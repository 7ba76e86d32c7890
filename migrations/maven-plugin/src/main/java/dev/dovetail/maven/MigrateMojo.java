package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.autogenerate.GenerateOptions;
import dev.dovetail.migrations.report.GenerateReport;
import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes the scripts that lead from what the scripts make to what the entities ask for, and back. They are proven on
 * scratch databases before they are written.
 */
@Mojo(name = "migrate", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class MigrateMojo extends AbstractModelMojo {

    /** What changes; it becomes a part of the names of the files. */
    @Parameter(property = "dovetail.message", required = true)
    String message;

    /** Tables ({@code users=people}) and columns ({@code users.name=full_name}) that got another name. */
    @Parameter(property = "dovetail.rename")
    List<String> renames;

    /** Tables that others own. */
    @Parameter(property = "dovetail.keep")
    List<String> kept;

    /** Writes also what loses data. */
    @Parameter(property = "dovetail.allowDrop", defaultValue = "false")
    boolean allowDrop;

    /** Proves with rows in every table. */
    @Parameter(property = "dovetail.withData", defaultValue = "false")
    boolean withData;

    /** Writes several revisions, none of which stops a running application for long. */
    @Parameter(property = "dovetail.safe", defaultValue = "false")
    boolean safe;

    /** For Maven. */
    public MigrateMojo() {}

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void work(Migrations migrations) {
        GenerateReport.generated(withModel(model -> migrations.migrate(message, model, this::configure)))
                .forEach(getLog()::info);
    }

    private void configure(GenerateOptions options) {
        if (renames != null) {
            renames.forEach(options::rename);
        }
        if (kept != null) {
            options.keep(kept.toArray(String[]::new));
        }
        options.allowDrop(allowDrop).withData(withData).safe(safe);
    }
}

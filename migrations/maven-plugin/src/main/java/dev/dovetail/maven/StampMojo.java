package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.TextReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Makes the history say that the database is at the target, without running a script: for tables that were there before,
 * and after a repair by hand.
 */
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class StampMojo extends AbstractMigrationsMojo {

    /** {@code head}, {@code base}, {@code label@head}, or the beginning of a revision's id. */
    @Parameter(property = "dovetail.target")
    String target;

    /** The table of Flyway's history, usually {@code flyway_schema_history}, to take it over in place of a target. */
    @Parameter(property = "dovetail.fromFlyway")
    String fromFlyway;

    /** For Maven. */
    public StampMojo() {}

    @Override
    void work(Migrations migrations) {
        if (fromFlyway != null) {
            migrations.stampFromFlyway(fromFlyway);
        } else {
            migrations.stamp(target == null ? "" : target);
        }
        getLog().info("Stamped: " + TextReport.current(migrations.history(), migrations.current()) + ".");
    }
}

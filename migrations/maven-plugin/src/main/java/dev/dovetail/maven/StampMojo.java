package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.report.TextReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the history say that the database is at the target, without running a script: for tables that were there before,
 * and after a repair by hand.
 */
@Mojo(name = "stamp", threadSafe = true)
public class StampMojo extends AbstractMigrationsMojo {

    /** {@code head}, {@code base}, or the beginning of a revision's id. */
    @Parameter(property = "dovetail.target", required = true)
    String target;

    /** For Maven. */
    public StampMojo() {}

    @Override
    void work(Migrations migrations) {
        migrations.stamp(target);
        getLog().info("Stamped: " + TextReport.current(migrations.history(), migrations.current()) + ".");
    }
}

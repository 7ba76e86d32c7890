package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.backfill.Backfill;
import dev.dovetail.migrations.report.BackfillReport;
import java.time.Duration;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Changes the rows of a table in batches by key, each a transaction; stopped, it goes on where it was. Without a name it
 * lists how every backfill stands.
 */
@Mojo(name = "backfill", threadSafe = true)
public class BackfillMojo extends AbstractMigrationsMojo {

    /** Under which the progress is kept. */
    @Parameter(property = "dovetail.backfill.name")
    String name;

    /** The table to change. */
    @Parameter(property = "dovetail.backfill.table", defaultValue = "")
    String table;

    /** The column that the batches follow. */
    @Parameter(property = "dovetail.backfill.key", defaultValue = "id")
    String key;

    /** What to set, as in an UPDATE. */
    @Parameter(property = "dovetail.backfill.set", defaultValue = "")
    String set;

    /** Which rows, as in an UPDATE; all if it is not given. */
    @Parameter(property = "dovetail.backfill.where", defaultValue = "")
    String where;

    /** Rows of a transaction. */
    @Parameter(property = "dovetail.backfill.batch", defaultValue = "1000")
    int batch;

    /** Milliseconds between batches. */
    @Parameter(property = "dovetail.backfill.pause", defaultValue = "0")
    long pause;

    /** PostgreSQL: waits while a replica is behind by more seconds; does not look if it is below 0. */
    @Parameter(property = "dovetail.backfill.maxLag", defaultValue = "-1")
    long maxLag;

    /** Forgets earlier progress under this name, and begins anew. */
    @Parameter(property = "dovetail.backfill.restart", defaultValue = "false")
    boolean restart;

    /** For Maven. */
    public BackfillMojo() {}

    @Override
    void work(Migrations migrations) {
        if (name == null) {
            BackfillReport.all(migrations.backfills()).forEach(getLog()::info);
            return;
        }
        BackfillReport report = new BackfillReport(getLog()::info);
        Backfill backfill = migrations
                .backfill(name)
                .table(orNothing(table))
                .key(key)
                .set(orNothing(set))
                .where(orNothing(where))
                .batchSize(batch)
                .pause(Duration.ofMillis(pause))
                .onProgress(report::batch);
        if (maxLag >= 0) {
            backfill = backfill.maxReplicationLag(Duration.ofSeconds(maxLag));
        }
        if (restart) {
            backfill.forget();
        }
        getLog().info(BackfillReport.end(backfill.run()));
    }

    /** Maven makes nothing of an empty default. */
    private static String orNothing(String text) {
        return text == null ? "" : text;
    }
}

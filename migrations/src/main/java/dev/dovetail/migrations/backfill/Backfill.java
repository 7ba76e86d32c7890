package dev.dovetail.migrations.backfill;

import dev.dovetail.core.Database;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.spi.DatabaseAccess;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fills a column of a table that has many rows, while others use it: in batches by key, each a transaction of its own
 * together with its progress, in the table {@code dovetail_backfill}. Whatever stops it, a kill included, it goes on behind
 * the last batch that was committed; several processes that run the same one take turns, and none does a batch again. Rows
 * whose key is beyond the highest at the first start are not visited: who writes them fills the column itself.
 *
 * <pre>{@code
 * Backfill.of(db, "full names")
 *         .table("users")
 *         .set("full_name = first_name || ' ' || last_name")
 *         .where("full_name is null")
 *         .pause(Duration.ofMillis(50))
 *         .run();
 * }</pre>
 *
 * <p>Immutable: each method returns a configured copy.
 */
public interface Backfill {

    /**
     * One with this name, on a database. Refused inside a transaction when it runs.
     *
     * @param name under which its progress is kept, at most 100 characters
     */
    static Backfill of(Database database, String name) {
        return of(database.access(), name);
    }

    /** Likewise, for other modules. */
    static Backfill of(DatabaseAccess access, String name) {
        return new TableBackfill(new AccessSource(access), BackfillPlan.named(name));
    }

    /** On a connection outside of any transaction, which the caller closes. */
    static Backfill on(Connection connection, Engine engine, String name) {
        return new TableBackfill(new ConnectionSource(connection, engine), BackfillPlan.named(name));
    }

    /** How every backfill of a database stands, by name. */
    static List<BackfillProgress> progress(DatabaseAccess access) {
        return TableBackfill.progress(new AccessSource(access));
    }

    /** The table to change. Its name is looked up without regard to case. */
    Backfill table(String table);

    /**
     * The column whose order the batches follow: integers, text or UUIDs, without nulls, with an index. Rows with the same
     * key are in one batch. Default {@code id}.
     */
    Backfill key(String column);

    /** What to set, as in an UPDATE, without parameters: {@code full_name = first_name || ' ' || last_name}. */
    Backfill set(String assignments);

    /** Which rows to change, as in an UPDATE, without parameters. Default all. */
    Backfill where(String condition);

    /** How many rows are looked at in a batch, 1 to 1,000,000. Default 1,000. */
    Backfill batchSize(int rows);

    /** How long to wait between batches. Default not at all. */
    Backfill pause(Duration pause);

    /** Asked before each batch whether to wait for a database that has too much to do. Default never. */
    Backfill throttle(Throttle throttle);

    /**
     * Waits before a batch while a streaming replica of a PostgreSQL is behind by more than this, as
     * {@code pg_stat_replication} says; the user needs the role {@code pg_monitor} to see it. On other engines, and without
     * replicas, it never waits. Default: does not look.
     */
    Backfill maxReplicationLag(Duration most);

    /** Hears how it stands after each batch, on the calling thread. An exception of it stops the backfill. */
    Backfill onProgress(Consumer<BackfillProgress> listener);

    /**
     * Runs to the end, from the beginning or from where it was; returns at once if it has ended before. A batch that meets a
     * deadlock or a lock that is held is tried again, up to five times.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if table, key or what to set are missing or cannot be
     *     used, the backfill was begun with other ones, or the engine refuses a batch; the batches before it stay
     * @throws dev.dovetail.core.error.InterruptedWaitException if the thread is interrupted between batches
     */
    BackfillProgress run();

    /** Forgets its progress, so that it can run again from the beginning. What it changed stays. */
    void forget();
}

package dev.dovetail.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backfill waits for a replica that is behind, and goes on when it has caught up. */
@OnEachDatabase(TestEngine.POSTGRESQL)
@Timeout(120)
class ReplicationLagTest {

    private static final int ROWS = 100;

    /** Says that PostgreSQL is to be tested; a replica needs servers of its own. */
    ReplicationLagTest(TestDatabase selected) {
        assertThat(selected.engine()).isEqualTo(TestEngine.POSTGRESQL);
    }

    @Test
    void noBatchIsDoneWhileAReplicaIsTooFarBehind(@TempDir Path folder) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (ReplicatedPostgres postgres = ReplicatedPostgres.start(folder);
                Database db = Database.open(postgres.url())) {
            db.transaction(sql -> sql.execute(
                    "create table counters as select id, 0 as n from generate_series(1, " + ROWS + ") as id"));
            db.transaction(sql -> sql.execute("alter table counters add primary key (id)"));
            postgres.pauseReplica();
            BlockingQueue<BackfillProgress> batches = new LinkedBlockingQueue<>();
            Future<BackfillProgress> run = thread.submit(() -> Backfill.of(db, "increments")
                    .table("counters")
                    .set("n = n + 1")
                    .batchSize(1)
                    .pause(Duration.ofMillis(20))
                    .maxReplicationLag(Duration.ofMillis(100))
                    .onProgress(batches::add)
                    .run());
            try {
                BackfillProgress last = null;
                for (BackfillProgress next = first(batches); next != null; next = batches.poll(2, TimeUnit.SECONDS)) {
                    last = next;
                }
                assertThat(run.isDone())
                        .as("done, although the replica is behind")
                        .isFalse();
                assertThat(last).isNotNull();
                assertThat(last.seen()).isLessThan(ROWS);
            } finally {
                postgres.resumeReplica();
            }
            assertThat(run.get(1, TimeUnit.MINUTES).finished()).isTrue();
            assertThat(db.<Integer, RuntimeException>read(
                            sql -> sql.fetchCount(DSL.table("counters"), DSL.condition("n = 1"))))
                    .isEqualTo(ROWS);
        } finally {
            thread.shutdownNow();
        }
    }

    private static BackfillProgress first(BlockingQueue<BackfillProgress> batches) throws InterruptedException {
        BackfillProgress first = batches.poll(1, TimeUnit.MINUTES);
        assertThat(first).as("the first batch").isNotNull();
        return first;
    }
}

package dev.dovetail.migrations.backfill;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.error.InterruptedWaitException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.cli.CommandRun;
import dev.dovetail.migrations.cli.CommandRun.Output;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
@Timeout(120)
class BackfillTest {

    private static final int ROWS = 50;

    private final TestEngine engine;
    private Project project;

    BackfillTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void create(@TempDir Path folder) {
        project = new Project(engine, folder);
        project.execute(
                "create table counters (id integer not null primary key, code varchar(20), n integer not null)");
        StringBuilder rows = new StringBuilder("insert into counters values ");
        for (int i = 1; i <= ROWS; i++) {
            // Keys with gaps, and none that is smooth.
            rows.append(i == 1 ? "" : ", ")
                    .append("(" + (i * 7 - 300) + ", '" + Integer.toString(i * 31, 36) + "', 0)");
        }
        project.execute(rows.toString());
    }

    @AfterEach
    void close() {
        project.close();
    }

    private Backfill increments() {
        return on(project.database());
    }

    private static Backfill on(Database database) {
        return Backfill.of(database, "increments")
                .table("counters")
                .set("n = n + 1")
                .batchSize(7);
    }

    private void everyRowWasChangedOnce() {
        assertThat(project.query("select n, count(*) from counters group by n")).containsExactly("1");
    }

    @Test
    void visitsEachRowOnceInBatchesAndTells() {
        List<BackfillProgress> told = new ArrayList<>();
        BackfillProgress end = increments().onProgress(told::add).run();
        everyRowWasChangedOnce();
        assertThat(told).hasSize(9);
        assertThat(told.get(0).seen()).isEqualTo(7);
        assertThat(told.get(0).fraction()).isEqualTo(7.0 / ROWS);
        assertThat(end.finished()).isTrue();
        assertThat(end.changed()).isEqualTo(ROWS);
        assertThat(end.batches()).isEqualTo(8);
        assertThat(increments().run().batches()).isEqualTo(8);
        everyRowWasChangedOnce();
        increments().forget();
        assertThat(increments().where("n > 1000").run().changed()).isZero();
    }

    @Test
    void followsTextAndChangesOnlyWhatIsAskedFor() {
        BackfillProgress end = increments()
                .table("COUNTERS")
                .key("CODE")
                .where("id < 0 or id > 10")
                .run();
        assertThat(end.seen()).isEqualTo(ROWS);
        assertThat(project.query("select count(*) from counters where n = 1"))
                .containsExactly(String.valueOf(end.changed()));
        assertThat(project.query("select count(*) from counters where (n = 1) <> (id < 0 or id > 10)"))
                .containsExactly("0");
    }

    @Test
    void goesOnBehindTheLastBatchWithAnotherPace() {
        assertThatThrownBy(() -> increments()
                        .onProgress(progress -> {
                            if (progress.batches() == 3) {
                                throw new IllegalStateException("out of power");
                            }
                        })
                        .run())
                .hasMessage("out of power");
        assertThat(project.query("select sum(n) from counters")).containsExactly("21");
        assertFails(
                        MigrationError.BACKFILL_CHANGED,
                        () -> increments().set("n = n + 2").run())
                .hasMessageContaining("forget()");
        assertThat(increments().batchSize(100).run().batches()).isEqualTo(4);
        everyRowWasChangedOnce();
        assertThat(project.database().pool().active()).isZero();
    }

    @Test
    void severalAtOnceTakeTurns() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            CyclicBarrier start = new CyclicBarrier(3);
            List<Future<BackfillProgress>> runs = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Callable<BackfillProgress> run = () -> {
                    try (Database database = project.openAnother()) {
                        start.await();
                        return on(database).batchSize(2).run();
                    }
                };
                runs.add(threads.submit(run));
            }
            for (Future<BackfillProgress> run : runs) {
                assertThat(run.get(1, TimeUnit.MINUTES).finished()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        everyRowWasChangedOnce();
        assertThat(project.migrations().backfills())
                .singleElement()
                .satisfies(progress -> assertThat(progress.batches()).isEqualTo(ROWS / 2));
    }

    @Test
    void waitsForOthersBeforeABatchAndCanBeInterrupted() {
        AtomicInteger load = new AtomicInteger(2);
        AtomicInteger batches = new AtomicInteger();
        List<Integer> asked = new ArrayList<>();
        increments()
                .batchSize(25)
                .throttle(() -> {
                    asked.add(batches.get());
                    return load.getAndDecrement() > 0 ? Duration.ofMillis(1) : Duration.ZERO;
                })
                .maxReplicationLag(Duration.ofSeconds(1))
                .onProgress(progress -> batches.incrementAndGet())
                .run();
        assertThat(asked).containsExactly(0, 0, 0, 1, 2);
        assertThat(Throttle.whileAbove(0.9, () -> 0.8)
                        .and(Throttle.whileAbove(3, () -> 4))
                        .delay())
                .isPositive();
        increments().forget();
        assertThatThrownBy(() -> increments()
                        .pause(Duration.ofMinutes(10))
                        .onProgress(progress -> Thread.currentThread().interrupt())
                        .run())
                .isInstanceOf(InterruptedWaitException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatCannotRunIsExplained() {
        assertFails(
                        MigrationError.BACKFILL_UNUSABLE,
                        () -> increments().set(" ").run())
                .hasMessageContaining("does not say what it sets");
        assertFails(
                        MigrationError.BACKFILL_UNUSABLE,
                        () -> increments().table("cuonters").run())
                .hasMessageContaining("table cuonters, which does not exist");
        assertFails(
                        MigrationError.BACKFILL_UNUSABLE,
                        () -> increments().key("nonsense").run())
                .hasMessageContaining("there is no such column");
        project.execute("update counters set code = null where id = 50");
        assertFails(
                        MigrationError.BACKFILL_UNUSABLE,
                        () -> increments().key("code").run())
                .hasMessageContaining("some rows have none");
        project.execute("create table times (moment timestamp)");
        assertFails(
                        MigrationError.BACKFILL_UNUSABLE,
                        () -> increments().table("times").key("moment").run())
                .hasMessageContaining("cannot follow the column moment");
        assertFails(
                        MigrationError.BACKFILL_FAILED,
                        () -> increments().set("n = null").run())
                .hasMessageContaining("set n = null where")
                .hasMessageContaining("The batches before it stay");
        assertFails(
                MigrationError.BACKFILL_IN_TRANSACTION,
                () -> project.database().transactor().run(() -> increments().run()));
    }

    @Test
    void theCommandLineFillsListsAndBeginsAnew() {
        CommandRun dovetail = new CommandRun(project);
        String[] fill = {"backfill", "--name=up", "--table=counters", "--set=n = n + 1", "--batch=20", "--max-lag=5"};
        Output first = dovetail.run(fill);
        assertThat(first.out())
                .isEqualTo("Backfill 'up' is finished: 50 of 50 rows of counters changed, in 3 batches.\n");
        assertThat(first.err())
                .contains(
                        "  [########------------]  40 %  20 of 50 rows\n",
                        "  [####################] 100 %  50 of 50 rows\n");
        assertThat(dovetail.run("backfill").out()).containsPattern("up +counters +finished +50 of 50 +50 +20");
        assertThat(dovetail.run("backfill", "--json").out())
                .contains(
                        "\"backfills\":[{\"name\":\"up\",\"table\":\"counters\",\"total\":50,\"seen\":50,\"changed\":50,");
        List<String> again = new ArrayList<>(List.of(fill));
        again.add("--restart");
        dovetail.run(again.toArray(String[]::new));
        assertThat(project.query("select sum(n) from counters")).containsExactly("100");
        assertThat(dovetail.run("backfill", "--name=x", "--table=counters", "--set=n = 1", "--batch=0")
                        .exitCode())
                .isEqualTo(2);
    }
}

package dev.dovetail.migrations;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.result.MigrationRun;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class ConcurrentUpgradeTest {

    private static final boolean EXHAUSTIVE = Boolean.getBoolean("dovetail.exhaustive");
    private static final int SCRIPTS = EXHAUSTIVE ? 30 : 12;
    private static final int ROUNDS = EXHAUSTIVE ? 10 : 2;
    private static final int MIGRATORS = 3;

    private final TestEngine engine;
    private final ExecutorService threads = Executors.newFixedThreadPool(MIGRATORS);
    private Project project;

    ConcurrentUpgradeTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void create(@TempDir Path folder) {
        project = new Project(engine, folder);
        for (int i = 1; i <= SCRIPTS; i++) {
            project.script("V" + i + "__t.sql", "create table t" + i + " (id integer);");
            project.script("U" + i + "__t.sql", "drop table t" + i + ";");
        }
    }

    @AfterEach
    void close() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        project.close();
    }

    @Test
    void threeMigratorsApplyEachScriptOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(together(Migrations::upgrade)).hasSize(SCRIPTS).doesNotHaveDuplicates();
            assertThat(project.tables()).hasSize(SCRIPTS);
            assertThat(project.versions()).hasSize(SCRIPTS).startsWith("1", "2", "3");
            assertThat(together(migrations -> migrations.downgrade("base")))
                    .hasSize(SCRIPTS)
                    .doesNotHaveDuplicates();
            assertThat(project.tables()).isEmpty();
        }
    }

    @Test
    void threeDowngradesByOneStepTakeBackThree() throws Exception {
        project.migrations().upgrade();
        assertThat(together(Migrations::downgrade)).hasSize(3).doesNotHaveDuplicates();
        assertThat(project.versions()).hasSize(SCRIPTS - 3);
    }

    /** Runs the same on three separate databases, pools and all, at once; returns the ids of all steps. */
    private List<String> together(Function<Migrations, MigrationRun> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(MIGRATORS);
        List<Future<List<String>>> runs = new ArrayList<>();
        for (int i = 0; i < MIGRATORS; i++) {
            Callable<List<String>> run = () -> {
                try (Database database = project.openAnother()) {
                    Migrations migrations = project.migrations(database, options -> {});
                    start.await();
                    return Project.ids(work.apply(migrations).steps());
                }
            };
            runs.add(threads.submit(run));
        }
        List<String> all = new ArrayList<>();
        for (Future<List<String>> run : runs) {
            all.addAll(run.get(1, TimeUnit.MINUTES));
        }
        return all;
    }

    @Test
    void aLockHeldElsewhereIsReportedAfterTheTimeout() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        Future<?> holder = threads.submit((Callable<Void>) () -> {
            hold(held, letGo);
            return null;
        });
        try {
            assertThat(held.await(1, TimeUnit.MINUTES)).isTrue();
            long startedAt = System.nanoTime();
            assertFails(
                            MigrationError.LOCK_HELD,
                            () -> project.migrations(options -> options.lockTimeout(Duration.ofMillis(300)))
                                    .upgrade())
                    .hasMessageContaining("within 300 ms")
                    .hasMessageMatching("(?s).*" + holderOf(engine) + ".*");
            assertThat(Duration.ofNanos(System.nanoTime() - startedAt))
                    .isBetween(Duration.ofMillis(290), Duration.ofSeconds(20));
        } finally {
            letGo.countDown();
        }
        holder.get(1, TimeUnit.MINUTES);
        project.migrations().upgrade();
        assertThat(project.versions()).hasSize(SCRIPTS);
    }

    /** SQLite's lock is the transaction of a step; the other engines hold theirs for the whole run. */
    private void hold(CountDownLatch held, CountDownLatch letGo) throws Exception {
        if (engine == TestEngine.SQLITE) {
            try (Connection connection = project.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("begin immediate");
                held.countDown();
                letGo.await();
                statement.execute("rollback");
            }
            return;
        }
        try (Database database = project.openAnother()) {
            project.migrations(
                            database,
                            options -> options.onStep(step -> {
                                held.countDown();
                                await(letGo);
                            }))
                    .upgrade("+1");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String holderOf(TestEngine engine) {
        return switch (engine) {
            case SQLITE -> "SQLite does not tell which one";
            case POSTGRESQL -> "application 'dovetail'.*, connected since \\d{4}-\\d\\d-\\d\\d";
            case H2 -> "H2 does not tell which";
            case MARIADB -> "connection \\d+, user .+ from .+, for \\d+ s";
        };
    }
}

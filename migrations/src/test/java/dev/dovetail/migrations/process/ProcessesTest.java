package dev.dovetail.migrations.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.backfill.Backfill;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed at random points; {@code -Pexhaustive} does it often. */
@OnEachDatabase
@Timeout(600)
class ProcessesTest {

    private static final boolean EXHAUSTIVE = Boolean.getBoolean("dovetail.exhaustive");
    private static final int KILLS = EXHAUSTIVE ? 30 : 1;
    private static final int SCRIPTS = 40;
    private static final int ROWS = 300;
    private static final long SEED = Long.getLong("dovetail.seed", new Random().nextLong());

    private final TestEngine engine;
    private final Random random = new Random(SEED);
    private Path folder = Path.of(".");
    private Project project;

    ProcessesTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void create(@TempDir Path temporary) {
        folder = temporary;
        System.out.println(engine + ": processes with -Ddovetail.seed=" + SEED);
        project = new Project(engine, temporary);
        project.script("V0__steps.sql", "create table steps (id integer not null primary key);");
        project.script("U0__steps.sql", "drop table steps;");
        for (int i = 1; i <= SCRIPTS; i++) {
            project.script(
                    "V" + i + "__t.sql",
                    "create table t" + i + " (id integer);",
                    "insert into t" + i + " values (1);",
                    "insert into steps values (" + i + ");");
            project.script("U" + i + "__t.sql", "drop table t" + i + ";", "delete from steps where id = " + i + ";");
        }
    }

    @AfterEach
    void close() {
        project.close();
    }

    private MigratingProcess start(String work) throws Exception {
        return MigratingProcess.start(folder.resolve(work + ".log"), work, project.url(), project.root());
    }

    private static List<String> ids() {
        return IntStream.rangeClosed(0, SCRIPTS).mapToObj(String::valueOf).toList();
    }

    private void everythingIsApplied() {
        assertThat(project.versions()).isEqualTo(ids());
        assertThat(project.query("select count(*) from steps")).containsExactly(String.valueOf(SCRIPTS));
        assertThat(project.tables()).hasSize(SCRIPTS + 1);
    }

    /** After some steps, and then at any place of the next ones. */
    private void killAfter(MigratingProcess process, int steps) throws Exception {
        for (int i = 0; i < steps; i++) {
            process.next();
        }
        long until = System.nanoTime() + random.nextInt(20_000_000);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        process.kill();
    }

    @Test
    void anUpgradeThatWasKilledLeavesNothingHalfDoneAndGoesOn() throws Exception {
        Migrations migrations = project.migrations();
        for (int i = 0; i < KILLS; i++) {
            try (MigratingProcess process = start("upgrade")) {
                killAfter(process, 1 + random.nextInt(SCRIPTS / 2));
            }
            int applied = project.versions().size();
            assertThat(migrations.history()).noneMatch(entry -> entry.state() == RevisionState.FAILED);
            // The server may still finish what it had been sent.
            assertThat(migrations.upgrade().steps()).hasSizeLessThanOrEqualTo(SCRIPTS + 1 - applied);
            everythingIsApplied();
            migrations.downgrade("base");
            assertThat(project.tables()).isEmpty();
        }
    }

    @Test
    void aBackfillThatWasKilledGoesOnAndDoublesNothing() throws Exception {
        project.execute("create table counters (id integer not null primary key, n integer not null)");
        for (int i = 0; i < KILLS; i++) {
            project.execute("delete from counters");
            project.execute(IntStream.range(0, ROWS)
                    .mapToObj(id -> "(" + id + ", 0)")
                    .reduce("insert into counters values (-1, 0)", (all, row) -> all + ", " + row));
            try (MigratingProcess process = start("backfill")) {
                killAfter(process, 1 + random.nextInt(20));
            }
            Backfill rest = Backfill.of(project.database(), "killed")
                    .table("counters")
                    .set("n = n + 1")
                    .batchSize(50);
            assertThat(rest.run().finished()).isTrue();
            assertThat(project.query("select n from counters group by n")).containsExactly("1");
            rest.forget();
        }
    }

    /** SQLite's are files in the temporary folder. */
    private List<String> scratchDatabases() {
        return engine == TestEngine.SQLITE
                ? List.of()
                : project.query("select datname from pg_database where datname like 'dovetail\\_scratch\\_%'");
    }

    @Test
    void aMigrateThatWasKilledWritesNothingAndTheNextOneWorks() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            try (MigratingProcess process = start("migrate")) {
                killAfter(process, 1);
            }
            assertThat(project.folder().toFile().list((path, name) -> name.contains("killed")))
                    .isEmpty();
            assertThat(project.tables()).isEmpty();
            List<String> left = scratchDatabases();
            assertThat(left.isEmpty()).isEqualTo(engine == TestEngine.SQLITE);
            left.forEach(name -> project.execute("drop database \"" + name + "\" with (force)"));
        }
        project.migrations().upgrade();
        everythingIsApplied();
    }
}

package dev.dovetail.migrations.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.cli.CommandRun;
import dev.dovetail.migrations.cli.CommandRun.Output;
import dev.dovetail.migrations.doctor.Complaint.Kind;
import dev.dovetail.migrations.lock.MigrationLock;
import dev.dovetail.migrations.scratch.ScratchDatabase;
import dev.dovetail.migrations.scratch.ScratchDatabases;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor finds, what it leaves alone, and what it removes. */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.MARIADB})
@Timeout(60)
class DoctorTest {

    private static final String SCRATCH = "dovetail_scratch_0doctor";

    private final TestEngine engine;
    private Project project;

    DoctorTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        project = new Project(engine, folder).withThreeScripts();
    }

    @AfterEach
    void close() {
        project.close();
    }

    /** Without what other tests, running at the same time on the same machine, may have left. */
    private List<Complaint> complaints() {
        return project.migrations().doctor().complaints().stream()
                .filter(complaint ->
                        complaint.kind() != Kind.SCRATCH_DATABASE && complaint.kind() != Kind.TEMPORARY_FOLDER)
                .toList();
    }

    @Test
    void whatIsInOrderIsSaidToBe() {
        assertThat(complaints()).isEmpty();
        project.migrations().upgrade();
        assertThat(complaints()).isEmpty();
        assertThat(project.migrations().doctor().examined()).contains("scripts", "history", "lock");
    }

    @Test
    void everythingThatDoesNotFitIsToldAtOnce() {
        project.migrations().upgrade();
        project.script("V1__users.sql", "create table users (id integer primary key, name varchar(60) not null);");
        project.delete("V2__orders.sql");
        project.delete("U2__orders.sql");
        assertThat(complaints())
                .extracting(Complaint::fact)
                .satisfiesExactly(
                        missing -> assertThat(missing).contains("V2__orders.sql"),
                        edited -> assertThat(edited).contains("V1__users.sql was changed"));
        assertThat(complaints()).allMatch(complaint -> complaint.remedy().contains("dovetail stamp"));
    }

    @Test
    void scriptsThatCannotBeReadDoNotStopIt() {
        project.script("V2_1__other.sql", "-- down-revision: 1");
        assertThat(complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.kind()).isEqualTo(Kind.SCRIPTS);
            assertThat(complaint.fact()).contains("There are 2 heads");
            assertThat(complaint.remedy()).contains("dovetail merge");
        });
        project.script("nonsense.sql", "select 1;");
        assertThat(complaints())
                .singleElement()
                .satisfies(complaint -> assertThat(complaint.fact()).contains("nonsense.sql"));
    }

    @Test
    void aDatabaseOfSomebodyElseIsTold() {
        project.execute("create table zoo (id integer)");
        assertThat(complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.kind()).isEqualTo(Kind.HISTORY);
            assertThat(complaint.fact()).contains("zoo");
            assertThat(complaint.remedy()).contains("dovetail stamp");
        });
    }

    @Test
    void aScriptThatFailedHalfWayIsTold() {
        project.migrations().upgrade();
        project.script("V4__broken.sql", "create table first_part (id integer);", "nonsense;");
        assertThatThrownBy(() -> project.migrations().upgrade()).hasMessageContaining("V4__broken.sql");
        if (engine == TestEngine.SQLITE || engine == TestEngine.POSTGRESQL) {
            assertThat(complaints()).isEmpty();
        } else {
            assertThat(complaints()).singleElement().satisfies(complaint -> {
                assertThat(complaint.fact()).contains("V4__broken.sql was started");
                assertThat(complaint.remedy()).contains("dovetail stamp 3");
            });
        }
    }

    @Test
    void whoHoldsTheLockIsTold() throws SQLException {
        try (Connection other = project.connect()) {
            if (engine == TestEngine.SQLITE) {
                other.createStatement().execute("begin immediate");
                assertThat(complaints())
                        .singleElement()
                        .satisfies(
                                complaint -> assertThat(complaint.fact()).contains("writes to the database right now"));
                other.createStatement().execute("rollback");
            } else {
                try (var held = MigrationLock.of(project.database().access()).acquire(other, Duration.ofSeconds(5))) {
                    assertThat(complaints()).singleElement().satisfies(complaint -> {
                        assertThat(complaint.kind()).isEqualTo(Kind.LOCK);
                        assertThat(complaint.fact())
                                .contains(engine == TestEngine.MARIADB ? "It is connection " : "It is process ");
                    });
                }
            }
        }
        assertThat(complaints()).isEmpty();
    }

    @Test
    void whatTheCatalogSaysIsNotWhole() {
        if (engine == TestEngine.POSTGRESQL) {
            project.migrations().upgrade();
            project.execute("alter table users add constraint \"Ck\" check (id > 0) not valid");
            assertThat(complaints()).singleElement().satisfies(complaint -> {
                assertThat(complaint.kind()).isEqualTo(Kind.NOT_VALIDATED);
                assertThat(new CommandRun(project).run("doctor", "--json").out())
                        .contains("\"kind\":\"not-validated\"");
                project.execute(complaint.remedy());
            });
            assertThat(complaints()).isEmpty();
        } else if (engine == TestEngine.SQLITE) {
            project.migrations().upgrade();
            project.execute(
                    "pragma foreign_keys = off",
                    "insert into orders (id, user_id) values (1, 7), (2, 8)",
                    "create table dovetail_new_users (id integer)",
                    "pragma foreign_keys = on");
            assertThat(complaints()).extracting(Complaint::kind).containsExactly(Kind.FOREIGN_KEYS, Kind.LEFT_TABLE);
            project.execute(
                    "create table lost (id integer)",
                    "pragma writable_schema = on",
                    "delete from sqlite_master where name = 'lost'",
                    "pragma writable_schema = reset");
            assertThat(complaints()).extracting(Complaint::kind).contains(Kind.DAMAGED);
        } else {
            assertThat(complaints()).isEmpty();
        }
    }

    @Test
    void scratchDatabasesOfKilledProcessesAreFoundAndRemoved(@TempDir Path temporary) throws Exception {
        if (project.engine() != Engine.POSTGRESQL && project.engine() != Engine.MARIADB) {
            assertThat(new Leftovers(project.database().access(), temporary).find())
                    .isEmpty();
            return;
        }
        Leftovers leftovers = new Leftovers(project.database().access(), temporary);
        project.execute("create database " + SCRATCH);
        assertThat(leftovers.find()).extracting(Leftover::database).contains(SCRATCH);
        assertThat(project.migrations().doctor().complaints())
                .anySatisfy(complaint -> assertThat(complaint.fact()).contains(SCRATCH));
        try (ScratchDatabase used = new ScratchDatabases(List.of(project.url())).create(project.engine())) {
            used.use(connection -> {
                assertThat(leftovers.find()).extracting(Leftover::database).doesNotContain(connection.getCatalog());
                return true;
            });
        }
        assertThat(new CommandRun(project).run("doctor").out()).contains(SCRATCH);
        assertThat(new CommandRun(project).run("doctor", "--remove-leftovers").out())
                .contains("Removed database " + SCRATCH);
        assertThat(leftovers.find()).extracting(Leftover::database).doesNotContain(SCRATCH);
    }

    @Test
    void temporaryFoldersAreRemovedWhenNobodyUsedThemForADay(@TempDir Path temporary) throws Exception {
        Path old = Files.createDirectory(temporary.resolve("dovetail-memory-1"));
        Path file = Files.createFile(old.resolve("db"));
        Path fresh = Files.createDirectory(temporary.resolve("dovetail-proof2"));
        Path inUse = Files.createDirectory(temporary.resolve("dovetail-proof3"));
        Files.createFile(inUse.resolve("now"));
        Path others = Files.createDirectory(temporary.resolve("somebody-else"));
        FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        for (Path path : List.of(old, file, inUse, others)) {
            Files.setLastModifiedTime(path, yesterday);
        }
        Leftovers leftovers = new Leftovers(project.database().access(), temporary);
        assertThat(leftovers.find().stream()
                        .filter(leftover -> leftover.folder() != null)
                        .map(Leftover::folder))
                .containsExactly(old);
        assertThat(leftovers.remove()).contains("folder " + old);
        assertThat(old).doesNotExist();
        assertThat(List.of(fresh, inUse, others))
                .allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void theCommandEndsWith1IfSomethingIsNotInOrder() {
        project.execute("create table zoo (id integer)");
        Output output = new CommandRun(project).run("doctor");
        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.err()).isEmpty();
        assertThat(output.out())
                .contains("zoo", "  -> check the URL", "not in order; examined: scripts, history, lock");
        assertThat(new CommandRun(project).run("doctor", "--json").out())
                .startsWith("{\"command\":\"doctor\",\"ok\":false,\"exitCode\":1,\"result\":{\"well\":false,")
                .contains("{\"kind\":\"history\",\"fact\":\"");
        assertThatThrownBy(() -> project.migrations().doctor().requireWell())
                .hasMessageContaining("zoo")
                .hasMessageContaining("DVT-742");
    }
}

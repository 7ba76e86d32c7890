package dev.dovetail.migrations.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.execution.Executor;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.graph.Target;
import dev.dovetail.migrations.scratch.ScratchDatabase;
import dev.dovetail.migrations.scratch.ScratchDatabases;
import dev.dovetail.migrations.script.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that do not do what they should are found out, whoever wrote them. */
@OnEachDatabase
@Timeout(60)
class ProofTest {

    private static final String USERS = "create table users (id bigint not null primary key, name varchar(50))";
    private static final String WITH_EMAIL =
            "create table users (id bigint not null primary key, name varchar(50), email varchar(50))";
    private static final String UP = "alter table users add column email varchar(50)";
    private static final String DOWN = "alter table users drop column email";

    private final Engine engine;
    private final ScratchDatabases scratches;

    @TempDir
    Path folder;

    ProofTest(TestDatabase database) {
        this.engine = Engine.valueOf(database.engine().name());
        this.scratches = new ScratchDatabases(List.of(database.url()));
    }

    private List<String> prove(String up, String down) throws IOException {
        Path scripts = Files.createDirectories(folder.resolve(engine.id()));
        Files.writeString(scripts.resolve("V1__users.sql"), USERS + ";");
        Files.writeString(scripts.resolve("V2__email.sql"), up + ";");
        Files.writeString(scripts.resolve("U2__email.sql"), down + ";");
        Schema goal;
        try (ScratchDatabase made = scratches.create(engine)) {
            made.run(List.of(WITH_EMAIL));
            goal = made.schema();
        }
        try (ScratchDatabase replayed = scratches.create(engine)) {
            replayed.run(List.of(USERS));
            Schema previous = replayed.schema();
            replayed.run(List.of("drop table users"));
            Path first = Files.createDirectories(folder.resolve("first").resolve(engine.id()));
            Files.writeString(first.resolve("V1__users.sql"), USERS + ";");
            new Executor(
                            replayed.access(),
                            RevisionGraph.of(
                                    Scripts.read(List.of(folder.resolve("first").toString()), engine)),
                            Duration.ofSeconds(10),
                            step -> {})
                    .upgrade(Target.HEAD);
            return new Proof(replayed, List.of(folder.toString()), new Expectation(previous, goal, List.of()), true)
                    .run();
        }
    }

    @Test
    void scriptsThatLeadToTheModelAndBackAreProven() throws IOException {
        assertThat(prove(UP, DOWN)).isEmpty();
    }

    @Test
    void anUpgradeThatStopsShort() {
        assertThatThrownBy(() -> prove("alter table users add column email varchar(40)", DOWN))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("The upgrade does not lead to the model")
                .hasMessageContaining("changed column users.email: type ")
                .hasMessageContaining("DVT-750");
    }

    @Test
    void aDowngradeThatLeavesSomething() {
        assertThatThrownBy(() -> prove(UP, DOWN + "; create table left_over (id integer)"))
                .hasMessageContaining("The downgrade does not lead back to what was there")
                .hasMessageContaining("added table left_over");
        assertThatThrownBy(() -> prove(UP, "create index i on users (name); " + DOWN))
                .hasMessageContaining("added index i on users");
    }

    @Test
    void anUpgradeThatLosesARow() {
        assertThatThrownBy(() -> prove(UP + "; delete from users where id = 1", DOWN))
                .hasMessageContaining("The upgrade changed rows that it should have kept")
                .hasMessageContaining("users [id, name]");
    }

    @Test
    void aDowngradeThatChangesAValue() {
        assertThatThrownBy(() -> prove(UP, DOWN + "; update users set name = 'x' where id = 2"))
                .hasMessageContaining("The downgrade changed rows that it should have kept");
    }

    @Test
    void aScriptThatTheEngineRefuses() {
        assertThatThrownBy(() -> prove("alter table user_s add column email varchar(50)", DOWN))
                .hasMessageContaining("The generated upgrade was refused by ")
                .hasMessageContaining("V2__email.sql, line 1");
    }

    @Test
    void columnsInAnotherOrderAreMentioned() throws IOException {
        assertThat(prove(
                        "drop table users; create table users (id bigint not null primary key, email varchar(50),"
                                + " name varchar(50)); insert into users (id, name) values (1, 'row1'), (2, 'row2')",
                        DOWN))
                .containsExactly(
                        "the columns of users stand in the order id, email, name, in the model id, name, email");
    }

    @Test
    void anUpgradeThatDoesSomethingElseTheSecondTime() {
        if (engine == Engine.POSTGRESQL) {
            String twice = "do $$ begin if to_regclass('dovetail_been_here') is null then " + UP + "; else "
                    + UP.replace("(50)", "(40)")
                    + "; end if; create table if not exists dovetail_been_here (id integer); end $$";
            assertThatThrownBy(() -> prove(twice, DOWN))
                    .hasMessageContaining("The upgrade after a downgrade does not lead to the model")
                    .hasMessageContaining("changed column users.email: type ");
        } else {
            assertThatThrownBy(() -> prove(UP, "select 1"))
                    .hasMessageContaining("The downgrade does not lead back to what was there");
        }
    }
}

package dev.dovetail.migrations;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.ScriptFailedException;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class FailingScriptTest {

    private final TestEngine engine;
    private final boolean transactional;
    private Project project;

    FailingScriptTest(TestDatabase database) {
        this.engine = database.engine();
        this.transactional = engine == TestEngine.SQLITE || engine == TestEngine.POSTGRESQL;
    }

    @BeforeEach
    void create(@TempDir Path folder) {
        project = new Project(engine, folder).withThreeScripts();
        project.script(
                "V4__broken.sql",
                "-- fails in the middle",
                "create table first_part (id integer);",
                "",
                "/* what follows has a typing mistake */",
                "create table second_part (",
                "  id integer,",
                "  constraint nonsense nonsense nonsense",
                ");",
                "create table third_part (id integer);");
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void saysFileLineStatementAndTheMessageOfTheEngine() {
        ScriptFailedException failure = catchThrowableOfType(
                ScriptFailedException.class, () -> project.migrations().upgrade());
        assertThat(failure.code()).isEqualTo(MigrationError.SCRIPT_FAILED);
        assertThat(failure.script()).endsWith("V4__broken.sql");
        // PostgreSQL points into the statement, the others to its beginning.
        assertThat(failure.line()).isEqualTo(engine == TestEngine.POSTGRESQL ? 7 : 5);
        assertThat(failure.statement()).startsWith("create table second_part");
        assertThat(failure).hasCauseInstanceOf(SQLException.class);
        String engineMessage =
                failure.getCause().getMessage().lines().findFirst().orElseThrow();
        assertThat(failure)
                .hasMessageContaining("V4__broken.sql, line " + failure.line() + ", statement 2 of ")
                .hasMessageContaining(engineMessage)
                .hasMessageContaining("\n    create table second_part");
    }

    @Test
    void leavesNothingBehindOrSaysThatItDoes() {
        ScriptFailedException failure = catchThrowableOfType(
                ScriptFailedException.class, () -> project.migrations().upgrade());
        if (transactional) {
            assertThat(failure).hasMessageContaining("Nothing of the script is left");
            assertThat(project.tables()).containsExactly("orders", "users");
            assertThat(project.versions()).containsExactly("1", "2", "3");
            assertThat(project.migrations().history().get(3).state()).isEqualTo(RevisionState.PENDING);
        } else {
            assertThat(failure).hasMessageContaining("so the 1 before it took effect");
            assertThat(project.tables()).containsExactly("first_part", "orders", "users");
            assertThat(project.migrations().history().get(3).state()).isEqualTo(RevisionState.FAILED);
            assertThat(project.migrations().current())
                    .map(entry -> entry.revision().toString())
                    .contains("3");
        }
    }

    @Test
    void goesOnAfterTheRepair() {
        assertFails(MigrationError.SCRIPT_FAILED, () -> project.migrations().upgrade());
        project.script("V4__broken.sql", "create table second_part (id integer);");
        if (!transactional) {
            assertFails(
                            MigrationError.FAILED_EARLIER,
                            () -> project.migrations().upgrade())
                    .hasMessageContaining("V4__broken.sql")
                    .hasMessageContaining("dovetail stamp 3")
                    .hasMessageContaining("dovetail stamp 4");
            assertFails(
                    MigrationError.FAILED_EARLIER, () -> project.migrations().downgrade());
            project.execute("drop table first_part");
            project.migrations().stamp("3");
        }
        assertThat(Project.ids(project.migrations().upgrade().steps())).containsExactly("4");
        assertThat(project.tables()).containsExactly("orders", "second_part", "users");
        assertThat(project.versions()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aFirstScriptThatFailsLeavesAnEmptyDatabaseEmpty(@TempDir Path other) {
        try (Project fresh = new Project(engine, other)) {
            fresh.script("V1__broken.sql", "create tabel a (id integer);");
            assertFails(MigrationError.SCRIPT_FAILED, () -> fresh.migrations().upgrade())
                    .hasMessageContaining("line 1, statement 1 of 1");
            assertThat(fresh.tables()).isEmpty();
            fresh.script("V1__broken.sql", "create table a (id integer);");
            if (!transactional) {
                fresh.migrations().stamp("base");
            }
            assertThat(fresh.migrations().upgrade().steps()).hasSize(1);
        }
    }

    @Test
    void aDowngradeThatFailsKeepsItsRow() {
        project.delete("V4__broken.sql");
        project.script("U3__email.sql", "create table leftover (id integer);", "drop table no_such_table;");
        project.migrations().upgrade();
        assertFails(MigrationError.SCRIPT_FAILED, () -> project.migrations().downgrade())
                .hasMessageContaining("U3__email.sql, line 2");
        assertThat(project.versions()).containsExactly("1", "2", "3");
        assertThat(project.migrations().history().get(2).state())
                .isEqualTo(transactional ? RevisionState.APPLIED : RevisionState.FAILED);
        assertThat(project.tables().contains("leftover")).isEqualTo(!transactional);
    }

    @Test
    void somethingNotClosedRunsNothing() {
        project.script(
                "V4__broken.sql", "create table first_part (id integer);", "insert into first_part values ('1);");
        assertFails(MigrationError.UNTERMINATED, () -> project.migrations().upgrade())
                .hasMessageContaining("V4__broken.sql, line 2: a string");
        assertThat(project.tables()).doesNotContain("first_part");
    }

    @Test
    void transactionControlIsRefusedBeforeAnythingRuns() {
        project.script("V4__broken.sql", "create table first_part (id integer);", "begin;");
        assertFails(
                        MigrationError.TRANSACTION_CONTROL,
                        () -> project.migrations().upgrade())
                .hasMessageContaining("V4__broken.sql, line 2: 'begin'");
        if (transactional) {
            project.script("V4__broken.sql", "create table first_part (id integer);", "commit;");
            assertFails(
                            MigrationError.TRANSACTION_CONTROL,
                            () -> project.migrations().upgrade())
                    .hasMessageContaining("V4__broken.sql, line 2: 'commit'");
        }
        assertThat(project.tables()).doesNotContain("first_part");
    }

    /** So that a process that is killed leaves a trace. */
    @Test
    void whileAScriptRunsOutsideATransactionTheHistorySaysThatItIsNotFinished() {
        String quote = engine == TestEngine.MARIADB ? "`" : "\"";
        project.script(
                "V4__broken.sql",
                "-- no-transaction",
                "create table seen as select count(*) as n from %1$sdovetail_schema_history%1$s where not %1$ssuccess%1$s;"
                        .formatted(quote));
        project.migrations().upgrade();
        assertThat(project.query("select n from seen")).containsExactly("1");
    }

    @Test
    void connectionsComeBackInOrder() {
        for (int i = 0; i < 10; i++) {
            assertFails(
                    i == 0 || transactional ? MigrationError.SCRIPT_FAILED : MigrationError.FAILED_EARLIER,
                    () -> project.migrations().upgrade());
        }
        assertThat(project.database().pool().active()).isZero();
        project.database().transaction(sql -> sql.execute("insert into users (id, name) values (1, 'Ann')"));
        assertThat(project.query("select name from users")).containsExactly("ann");
    }
}

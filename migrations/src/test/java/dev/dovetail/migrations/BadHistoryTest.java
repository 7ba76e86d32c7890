package dev.dovetail.migrations;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.result.HistoryEntry;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases and scripts that do not fit each other, and targets that do not fit either. */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class BadHistoryTest {

    private final TestEngine engine;
    private Project project;

    BadHistoryTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void create(@TempDir Path folder) {
        project = new Project(engine, folder).withThreeScripts();
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void aScriptThatWasEditedAfterwardsIsNamed() {
        project.migrations().upgrade("2");
        project.script("V1__users.sql", "create table users (id integer primary key, name varchar(60) not null);");
        assertFails(MigrationError.SCRIPT_EDITED, () -> project.migrations().upgrade())
                .hasMessageContaining("V1__users.sql was changed")
                .hasMessageContaining("dovetail downgrade base");
        assertThat(project.versions()).containsExactly("1", "2");
        assertThat(project.migrations().history().get(0).state()).isEqualTo(RevisionState.EDITED);
    }

    @Test
    void otherLineEndsAreNoEdit() {
        project.migrations().upgrade("2");
        project.script(
                "V2__orders.sql",
                "-- what people buy\r",
                "create table orders (id integer primary key, user_id integer not null references users (id));\r",
                "create index orders_user on orders (user_id);\r");
        assertThat(Project.ids(project.migrations().upgrade().steps())).containsExactly("3");
    }

    @Test
    void anEditedScriptCanBeTakenBackAndRunAgain() {
        project.migrations().upgrade();
        project.script("V3__email.sql", "alter table users add column email varchar(200);");
        project.migrations().downgrade("2");
        assertThat(Project.ids(project.migrations().upgrade().steps())).containsExactly("3");
    }

    @Test
    void anEditCanBeAcceptedByStamping() {
        project.migrations().upgrade();
        project.script("V3__email.sql", "-- only a comment", "alter table users add column email varchar(100);");
        project.migrations().stamp("3");
        assertThat(project.migrations().upgrade().steps()).isEmpty();
        assertThat(project.versions()).containsExactly("1", "2", "3");
    }

    @Test
    void aScriptThatVanishedIsNamed() {
        project.migrations().upgrade();
        project.delete("V2__orders.sql");
        project.delete("U2__orders.sql");
        assertFails(MigrationError.SCRIPT_MISSING, () -> project.migrations().upgrade())
                .hasMessageContaining("V2__orders.sql");
        assertFails(MigrationError.SCRIPT_MISSING, () -> project.migrations().downgrade())
                .hasMessageContaining("V2__orders.sql");
        assertThat(project.migrations().history())
                .extracting(HistoryEntry::state)
                .containsExactly(RevisionState.APPLIED, RevisionState.MISSING, RevisionState.APPLIED);
    }

    @Test
    void aDatabaseThatIsNewerThanTheScriptsIsRefused() {
        project.migrations().upgrade();
        project.delete("V3__email.sql");
        project.delete("U3__email.sql");
        assertFails(MigrationError.DATABASE_NEWER, () -> project.migrations().upgrade())
                .hasMessageContaining("V3__email.sql")
                .hasMessageContaining("newest script is 2");
        assertThat(project.migrations().current())
                .map(entry -> entry.revision().toString())
                .contains("3");
    }

    @Test
    void aScriptThatCameLateIsNamed() {
        project.migrations().upgrade();
        project.script("V1_5__late.sql", "create table late (id integer);");
        assertFails(MigrationError.OUT_OF_ORDER, () -> project.migrations().upgrade())
                .hasMessageContaining("V1_5__late.sql")
                .hasMessageContaining("revision 2");
        assertThat(project.tables()).containsExactly("orders", "users");
    }

    @Test
    void aDatabaseWithTablesAndNoHistoryIsLeftAlone() {
        project.execute("create table flyway_schema_history (id integer)", "create table zoo (id integer)");
        assertFails(
                        MigrationError.DATABASE_NOT_EMPTY,
                        () -> project.migrations().upgrade())
                .hasMessageContaining("flyway_schema_history, zoo")
                .hasMessageContaining("Flyway has migrated it");
        assertThat(project.tables()).containsExactly("flyway_schema_history", "zoo");

        project.migrations().stamp("base");
        assertThat(project.migrations().upgrade().steps()).hasSize(3);
    }

    @Test
    void aDowngradeWithoutItsScriptDoesNothing() {
        project.migrations().upgrade();
        project.delete("U2__orders.sql");
        assertFails(MigrationError.MISSING_DOWNGRADE, () -> project.migrations().downgrade("base"))
                .hasMessageContaining("2 (orders)")
                .hasMessageContaining("U2__orders.sql");
        assertThat(project.versions()).containsExactly("1", "2", "3");
    }

    @Test
    void targetsThatCannotBeReachedAreRefused() {
        project.script("V30__more.sql", "create table more (id integer);");
        project.migrations().upgrade("2");
        assertFails(MigrationError.UNKNOWN_TARGET, () -> project.migrations().upgrade("7"))
                .hasMessageContaining("1, 2, 3, 30");
        assertFails(
                        MigrationError.UNREACHABLE_TARGET,
                        () -> project.migrations().upgrade("+3"))
                .hasMessageContaining("only 2 revisions are pending");
        assertFails(
                MigrationError.UNREACHABLE_TARGET, () -> project.migrations().upgrade("base"));
        assertFails(
                MigrationError.UNREACHABLE_TARGET, () -> project.migrations().upgrade("-1"));
        assertFails(
                MigrationError.UNREACHABLE_TARGET, () -> project.migrations().downgrade("head"));
        assertFails(
                        MigrationError.UNREACHABLE_TARGET,
                        () -> project.migrations().downgrade("-3"))
                .hasMessageContaining("only 2 revisions are applied");
        assertFails(
                        MigrationError.UNREACHABLE_TARGET,
                        () -> project.migrations().downgrade("3"))
                .hasMessageContaining("not applied");
        assertFails(
                MigrationError.UNREACHABLE_TARGET, () -> project.migrations().stamp("+1"));
        assertThat(project.versions()).containsExactly("1", "2");
    }
}

package dev.dovetail.migrations.code;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.autogenerate.Generated;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import dev.dovetail.migrations.cli.CommandRun;
import dev.dovetail.migrations.code.unfinished.V2__in_batches;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.ScriptFailedException;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Revisions whose work Java does, between scripts. */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
@Timeout(120)
class JavaMigrationTest {

    private static final String HERE = "dev.dovetail.migrations.code.";

    private final TestEngine engine;
    private final boolean transactional;
    private Project project;

    JavaMigrationTest(TestDatabase database) {
        this.engine = database.engine();
        this.transactional = engine == TestEngine.SQLITE || engine == TestEngine.POSTGRESQL;
    }

    @BeforeEach
    void create(@TempDir Path folder) {
        project = new Project(engine, folder);
        project.script(
                "V1__users.sql",
                "create table users (id integer not null primary key, name varchar(50));",
                "insert into users (id) values (1);",
                "insert into users (id) values (2);",
                "insert into users (id) values (3);");
        project.script("U1__users.sql", "drop table users;");
        project.script("V3__no_nulls.sql", "create index users_name on users (name);");
        project.script(
                "U3__no_nulls.sql",
                engine == TestEngine.MARIADB ? "drop index users_name on users;" : "drop index users_name;");
    }

    @AfterEach
    void close() {
        project.close();
    }

    private Migrations with(String packageName) {
        return project.migrations(
                options -> options.locations(project.root().toString(), "java:" + HERE + packageName));
    }

    @Test
    void runsBetweenScriptsAndBackAgain() {
        boolean here = engine == TestEngine.POSTGRESQL;
        Migrations migrations = with("sample");
        assertThat(Project.ids(migrations.upgrade().steps()))
                .containsExactly(here ? new String[] {"1", "2", "3", "4"} : new String[] {"1", "2", "3"});
        assertThat(project.query("select name from users order by id")).containsExactly("user 1", "user 2", "user 3");
        assertThat(project.tables().contains("only_here")).isEqualTo(here);
        assertThat(migrations.upgrade().steps()).isEmpty();
        assertThat(migrations.history().get(1).state()).isEqualTo(RevisionState.APPLIED);
        assertThat(migrations.history().get(1).script()).isEqualTo(HERE + "sample.V2__fill_names");
        assertThat(migrations.history().get(1).labels()).containsExactly("data");
        String quote = engine == TestEngine.MARIADB ? "`" : "\"";
        assertThat(project.query(
                        "select %1$stype%1$s from %1$sdovetail_schema_history%1$s order by %1$sinstalled_rank%1$s"
                                .formatted(quote)))
                .startsWith("sql", "jdbc", "sql");
        if (here) {
            assertFails(MigrationError.MISSING_DOWNGRADE, () -> migrations.downgrade("1"));
            project.execute("drop table only_here");
            migrations.stamp("3");
        }
        assertThat(Project.ids(migrations.downgrade("data@base").steps())).containsExactly("3", "2");
        assertThat(project.query("select name from users order by id")).containsExactly("", "", "");
        assertThat(project.versions()).containsExactly("1");
        assertFails(MigrationError.JAVA_MIGRATION_OFFLINE, () -> migrations.sql("base:head"))
                .hasMessageContaining("sample.V2__fill_names");
        assertThat(migrations.sql("2:3")).contains("create index users_name");
        assertThat(migrations.show("data").upgrade()).isEqualTo("-- Java: " + HERE + "sample.V2__fill_names\n");
    }

    @Test
    void aFailureSaysWhereAndLeavesWhatTheEngineCannotTakeBack() {
        ScriptFailedException failure = catchThrowableOfType(
                ScriptFailedException.class, () -> with("broken").upgrade());
        assertThat(failure)
                .hasMessageContaining("broken.V2__fails, line " + failure.line())
                .hasMessageContaining("the seventh user is missing");
        assertThat(failure.line()).isEqualTo(11);
        assertThat(project.query("select count(*) from users")).containsExactly(transactional ? "3" : "4");
        assertThat(project.versions()).hasSize(transactional ? 1 : 2);
        assertThat(project.database().pool().active()).isZero();
        assertFails(
                        MigrationError.JAVA_MIGRATION_UNUSABLE,
                        () -> with("unusable").history())
                .hasMessageContaining("does not implement JavaMigration");
    }

    @Test
    void theTransactionBelongsToTheStep() {
        ScriptFailedException failure = catchThrowableOfType(
                ScriptFailedException.class, () -> with("commits").upgrade());
        if (transactional) {
            assertThat(failure).hasMessageContaining("called commit on the connection of its step");
            assertThat(project.query("select count(*) from users")).containsExactly("3");
        } else {
            assertThat(failure == null || failure.getMessage().contains("commit"))
                    .isTrue();
        }
    }

    @Test
    void aBackfillInItGoesOnWhereItWasAfterResume() {
        V2__in_batches.FAILS.set(true);
        assertFails(MigrationError.SCRIPT_FAILED, () -> with("unfinished").upgrade())
                .hasMessageContaining("out of power")
                .hasMessageContaining("dovetail resume");
        assertFails(MigrationError.FAILED_EARLIER, () -> with("unfinished").upgrade());
        assertThat(Project.ids(with("unfinished").resume().steps())).containsExactly("2", "3");
        assertThat(with("unfinished").backfills()).singleElement().satisfies(progress -> {
            assertThat(progress.finished()).isTrue();
            assertThat(progress.changed()).isEqualTo(3);
            assertThat(progress.batches()).isEqualTo(2);
        });
        assertThat(project.versions()).containsExactly("1", "2", "3");
    }

    @Test
    void oneIsForSomeEnginesAndABackfillForStepsWithoutATransaction() {
        Migrations migrations = with("choosy");
        if (transactional) {
            assertFails(MigrationError.SCRIPT_FAILED, migrations::upgrade)
                    .hasMessageContaining("The backfill 'names' was begun in a step that is one transaction");
            assertThat(project.versions()).containsExactly("1", "3");
            assertThat(project.query("select distinct name from users")).containsExactly("null");
        } else {
            assertThat(Project.ids(migrations.upgrade().steps())).containsExactly("1", "2", "3", "4");
            assertThat(project.query("select distinct name from users")).containsExactly("filled");
        }
    }

    @Test
    void theChecksumComesFromTheName() {
        class V1__one implements JavaMigration {
            @Override
            public void upgrade(MigrationContext context) {}
        }
        class V1__two implements JavaMigration {
            @Override
            public void upgrade(MigrationContext context) {}
        }
        assertThat(new V1__one().checksum()).isEqualTo(new V1__one().checksum());
        assertThat(new V1__one().checksum()).isNotEqualTo(new V1__two().checksum());
    }

    @Test
    void aGeneratedScriptFollowsThem() throws Exception {
        boolean here = engine == TestEngine.POSTGRESQL;
        List<String> tables = new ArrayList<>(List.of(
                "create table users (id integer not null primary key, name varchar(50))",
                "create index users_name on users (name)",
                "create table notes (id integer not null primary key)"));
        if (here) {
            tables.add("create table only_here (id integer)");
        }
        Migrations migrations =
                project.migrations(options -> options.locations(project.root().toString(), "java:" + HERE + "sample")
                        .scratch(project.url()));
        Generated generated = migrations.migrate("notes", SchemaModel.statements(any -> tables));
        assertThat(generated.detected().get(0).changes()).hasSize(1);
        assertThat(generated.files().get(0)).content().contains("-- down-revision: " + (here ? "4" : "3") + "\n");
        assertThat(migrations.upgrade().steps()).hasSize(here ? 5 : 4);
    }

    @Test
    void theCommandLineFindsThemInALocation() {
        CommandRun dovetail = new CommandRun(project);
        String locations = "--locations=java:" + HERE + "sample";
        assertThat(dovetail.run("upgrade", "2", "--classpath=target/test-classes", locations)
                        .out())
                .contains("  up    2  fill names");
        assertThat(dovetail.run("history", "--classpath=target/test-classes", locations)
                        .out())
                .containsPattern("2 +fill names \\[data] +applied");
    }
}

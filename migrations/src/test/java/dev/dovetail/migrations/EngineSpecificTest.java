package dev.dovetail.migrations;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSpecificTest {

    @TempDir
    Path folder;

    @Test
    void sqliteKeepsTheRowsOfChildrenWhenTheirParentIsRebuilt() {
        try (Project project = new Project(TestEngine.SQLITE, folder)) {
            project.script(
                    "V1__tables.sql",
                    "create table users (id integer primary key, name text);",
                    "create table orders (id integer primary key, user_id integer references users (id) on delete cascade);");
            project.migrations().upgrade();
            project.execute("insert into users values (1, 'Ann')", "insert into orders values (1, 1)");
            project.script(
                    "V2__rebuild.sql",
                    "create table users_new (id integer primary key, name varchar(50) not null unique);",
                    "insert into users_new (id, name) select id, name from users;",
                    "drop table users;",
                    "alter table users_new rename to users;");
            project.migrations().upgrade();
            assertThat(project.query("select user_id from orders")).containsExactly("1");
            assertThat(project.database()
                            .<Integer, RuntimeException>transaction(sql ->
                                    sql.fetchSingle("pragma foreign_keys").get(0, Integer.class)))
                    .isEqualTo(1);
        }
    }

    @Test
    void sqliteRefusesAScriptThatLeavesOrphans() {
        try (Project project = new Project(TestEngine.SQLITE, folder).withThreeScripts()) {
            project.migrations().upgrade();
            project.execute("insert into users (id, name) values (1, 'Ann')", "insert into orders values (7, 1)");
            project.script("V4__orphans.sql", "delete from users;");
            assertFails(
                            MigrationError.FOREIGN_KEYS_BROKEN,
                            () -> project.migrations().upgrade())
                    .hasMessageContaining("rowid 7 of orders")
                    .hasMessageContaining("a row of users");
            assertThat(project.query("select name from users")).containsExactly("ann");
            assertThat(project.versions()).containsExactly("1", "2", "3");
        }
    }

    @Test
    void sqliteRunsTriggersWithTheirBodies() {
        try (Project project = new Project(TestEngine.SQLITE, folder).withThreeScripts()) {
            project.script(
                    "V4__trigger.sql",
                    "create table log (text varchar(50));",
                    "create trigger users_log after insert on users begin",
                    "  insert into log values (case when new.name = ';' then 'semicolon' else new.name end);",
                    "  insert into log values ('; twice');",
                    "end;",
                    "insert into users (id, name) values (1, 'Ann');");
            project.migrations().upgrade();
            assertThat(project.query("select text from log")).containsExactly("ann", "; twice");
        }
    }

    @Test
    void postgresqlRunsFunctionsAndWhatCannotRunInATransaction() {
        try (Project project = new Project(TestEngine.POSTGRESQL, folder).withThreeScripts()) {
            project.script(
                    "V4__function.sql",
                    "create function shout(text) returns text as $$",
                    "begin",
                    "  return upper($1) || ';';",
                    "end $$ language plpgsql;",
                    "select shout('{a}');");
            project.script(
                    "V5__index.sql", "-- no-transaction", "create index concurrently users_name on users (name);");
            project.script("U5__index.sql", "-- no-transaction", "drop index concurrently users_name;");
            project.migrations().upgrade();
            assertThat(project.query("select indexname from pg_indexes where indexname = 'users_name'"))
                    .hasSize(1);
            project.migrations().downgrade();
            assertThat(project.query("select indexname from pg_indexes where indexname = 'users_name'"))
                    .isEmpty();
            assertThat(project.versions()).containsExactly("1", "2", "3", "4");
        }
    }

    @Test
    void postgresqlRecordsAFailureOutsideATransaction() {
        try (Project project = new Project(TestEngine.POSTGRESQL, folder).withThreeScripts()) {
            project.script(
                    "V4__index.sql",
                    "-- no-transaction",
                    "create index concurrently users_name on users (name);",
                    "create index concurrently users_none on users (no_such_column);");
            assertFails(MigrationError.SCRIPT_FAILED, () -> project.migrations().upgrade())
                    .hasMessageContaining("line 3, statement 2 of 2")
                    .hasMessageContaining("outside a transaction, so the 1 before it took effect");
            assertThat(project.migrations().history().get(3).state()).isEqualTo(RevisionState.FAILED);
        }
    }

    @Test
    void theSchemaOfTheConnectionIsTheOneThatCounts() {
        try (Project project = new Project(TestEngine.POSTGRESQL, folder).withThreeScripts()) {
            project.execute("create table elsewhere (id integer)", "create schema app");
            try (Database other = Database.open(project.url() + "?currentSchema=app")) {
                project.migrations(other, options -> {}).upgrade();
            }
            assertThat(project.query("select schemaname from pg_tables where tablename like 'dovetail%'"))
                    .containsExactly("app");
        }
    }
}

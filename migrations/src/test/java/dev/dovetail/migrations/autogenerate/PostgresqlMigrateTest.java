package dev.dovetail.migrations.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.support.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only PostgreSQL has: servers that refuse, and sequences. */
@OnEachDatabase(TestEngine.POSTGRESQL)
@Timeout(60)
class PostgresqlMigrateTest {

    private static final SchemaModel MODEL =
            SchemaModel.statements(engine -> List.of("create table t (id integer primary key)"));

    private final TestEngine engine;

    PostgresqlMigrateTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @Test
    void aRoleThatMayNotCreateDatabases(@TempDir Path folder) throws IOException {
        try (Project project = new Project(engine, folder)) {
            project.execute(
                    "drop role if exists dovetail_weak", "create role dovetail_weak login password 'weak-secret'");
            try {
                String weak = project.url().replaceFirst("://[^@]*@", "://dovetail_weak:weak-secret@");
                assertThatThrownBy(() -> project.migrations(options -> options.scratch(weak))
                                .migrate("t", MODEL))
                        .isInstanceOf(MigrationException.class)
                        .hasMessageContaining("permission denied to create database")
                        .hasMessageContaining("createdb")
                        .hasMessageContaining("DVT-752")
                        .hasMessageNotContaining("weak-secret");
                try (Stream<Path> files = Files.list(project.folder())) {
                    assertThat(files).isEmpty();
                }
            } finally {
                project.execute("drop role dovetail_weak");
            }
        }
    }

    @Test
    void anEngineForWhichNoServerIsGiven(@TempDir Path folder) {
        try (Project project = new Project(engine, folder)) {
            assertThatThrownBy(() -> project.migrations().migrate("t", MODEL))
                    .hasMessageContaining("A scratch database on PostgreSQL is needed")
                    .hasMessageContaining("--scratch");
        }
    }

    @Test
    void aSequenceGoesOnCountingUnderTheNewNameOfItsTable(@TempDir Path folder) {
        try (Project project = new Project(engine, folder)) {
            project.script(
                    "V1__users.sql",
                    "create table users (id bigint primary key);",
                    "create sequence users_seq increment by 50;");
            project.script("U1__users.sql", "drop sequence users_seq;", "drop table users;");
            SchemaModel people = SchemaModel.statements(any -> List.of(
                    "create table people (id bigint primary key)", "create sequence people_seq increment by 50"));
            Generated generated = project.migrations(options -> options.scratch(project.url()))
                    .migrate("people", people, options -> options.rename("users=people"));
            assertThat(generated.detected().get(0).changes())
                    .contains("renamed table users to people", "renamed sequence users_seq to people_seq")
                    .noneMatch(line -> line.startsWith("added") || line.startsWith("removed"));
        }
    }
}

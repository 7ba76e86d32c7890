package dev.dovetail.migrations;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.catalog.InvalidIndex;
import dev.dovetail.migrations.doctor.Complaint.Kind;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** CREATE INDEX CONCURRENTLY that fails, and scripts that do not wait for locks for ever. */
@OnEachDatabase(TestEngine.POSTGRESQL)
@Timeout(120)
class InvalidIndexTest {

    private final TestEngine engine;
    private Project project;

    InvalidIndexTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void create(@TempDir Path folder) {
        project = new Project(engine, folder);
        project.script(
                "V1__users.sql",
                "create table users (id integer, name varchar(50));",
                "insert into users values (1, 'Ann'), (2, 'Ann');");
        project.script(
                "V2__index.sql",
                "-- no-transaction",
                "-- lock-timeout: 200 ms",
                "create unique index concurrently ux_name on users (name);");
    }

    @AfterEach
    void close() {
        project.close();
    }

    private List<InvalidIndex> invalid() throws SQLException {
        try (Connection connection = project.connect()) {
            return InvalidIndex.find(connection, project.engine());
        }
    }

    @Test
    void isFoundNamedAndRemovedOnResume() throws SQLException {
        assertFails(MigrationError.SCRIPT_FAILED, () -> project.migrations().upgrade())
                .hasMessageContaining("The index ux_name on users is left behind, invalid")
                .hasMessageContaining("drop index concurrently if exists \"ux_name\"");
        assertThat(invalid()).singleElement().satisfies(index -> {
            assertThat(index.table()).isEqualTo("users");
            assertThat(index.definition()).startsWith("CREATE UNIQUE INDEX ux_name");
        });
        assertThat(project.migrations().doctor().complaints())
                .filteredOn(complaint -> complaint.kind() == Kind.INVALID_INDEX)
                .singleElement()
                .satisfies(complaint -> assertThat(complaint.remedy()).startsWith("reindex index concurrently"));
        project.execute("create unique index concurrently ux_other on users (id)");
        project.execute("update users set name = 'Bob' where id = 2");
        assertThat(Project.ids(project.migrations().resume().steps())).containsExactly("2");
        assertThat(invalid()).isEmpty();
        assertThat(project.query("select indexname from pg_indexes where tablename = 'users' order by 1"))
                .containsExactly("ux_name", "ux_other");
    }

    @Test
    void canBeRebuiltOrDroppedByTheStatementsThatItNames() throws SQLException {
        assertFails(MigrationError.SCRIPT_FAILED, () -> project.migrations().upgrade());
        InvalidIndex index = invalid().get(0);
        project.execute("update users set name = 'Bob' where id = 2");
        project.execute(index.rebuildStatement());
        assertThat(invalid()).isEmpty();
        project.execute(index.dropStatement());
        assertThat(project.query("select indexname from pg_indexes where tablename = 'users'"))
                .isEmpty();
    }

    @Test
    void aScriptDoesNotWaitForALockLongerThanItsHeaderSays() throws SQLException {
        project.migrations().upgrade("1");
        project.script("V2__index.sql", "-- lock-timeout: 200 ms", "alter table users add column n integer;");
        try (Connection other = project.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table users");
            assertFails(MigrationError.SCRIPT_FAILED, () -> project.migrations().upgrade())
                    .hasMessageContaining("held a lock for longer than the 200 ms");
            other.rollback();
        }
        assertThat(project.migrations().upgrade().steps()).hasSize(1);
        assertThat(project.query("show lock_timeout")).containsExactly("0");
        project.script("V3__bad.sql", "-- lock-timeout: soon", "select 1;");
        assertFails(MigrationError.BAD_HEADER, () -> project.migrations().upgrade())
                .hasMessageContaining("line 1 has a lock time-out that cannot be read: 'soon'");
    }
}

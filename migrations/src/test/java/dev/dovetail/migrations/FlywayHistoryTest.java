package dev.dovetail.migrations;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.cli.CommandRun;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database that Flyway has migrated so far. */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
@Timeout(120)
class FlywayHistoryTest {

    private static final String USERS = "create table users (id integer primary key, name varchar(50) not null);";

    private final TestEngine engine;
    private Project project;

    FlywayHistoryTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void create(@TempDir Path folder) {
        project = new Project(engine, folder).withThreeScripts();
        project.execute("create table users (id integer primary key, name varchar(50) not null)");
        project.execute(sql("create table Qflyway_schema_historyQ (Qinstalled_rankQ integer not null primary key,"
                + " QversionQ varchar(50), QdescriptionQ varchar(200) not null, QtypeQ varchar(20) not null,"
                + " QscriptQ varchar(1000) not null, QchecksumQ integer, Qinstalled_byQ varchar(100) not null,"
                + " Qinstalled_onQ " + (engine == TestEngine.SQLITE ? "text" : "timestamp")
                + " not null, Qexecution_timeQ integer not null, QsuccessQ boolean not null)"));
    }

    @AfterEach
    void close() {
        project.close();
    }

    private String sql(String text) {
        return text.replace("Q", engine == TestEngine.MARIADB ? "`" : "\"");
    }

    private void row(int rank, String version, String type, String script, String checksum, boolean success) {
        project.execute(sql("insert into Qflyway_schema_historyQ values (" + rank + ", "
                + (version == null ? "null" : "'" + version + "'") + ", 'as in Flyway', '" + type + "', '" + script
                + "', " + checksum + ", 'ann', '2026-11-20 10:18:00.000', 5, " + success + ")"));
    }

    private static String checksumOf(String line) {
        CRC32 crc = new CRC32();
        crc.update(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return String.valueOf((int) crc.getValue());
    }

    @Test
    void whatFlywayAppliedIsTakenOverWithItsChecksums() {
        assertFails(
                        MigrationError.DATABASE_NOT_EMPTY,
                        () -> project.migrations().upgrade())
                .hasMessageContaining("--from-flyway");
        row(0, null, "SCHEMA", "schema", "null", true);
        row(1, "1", "SQL", "V1__users.sql", checksumOf(USERS), true);
        row(2, null, "SQL", "R__view.sql", "12", true);
        row(3, "2", "SQL", "V2__orders.sql", "13", true);
        row(4, "2", "UNDO_SQL", "U2__orders.sql", "14", true);
        assertThat(new CommandRun(project).run("stamp", "--from-flyway").out())
                .startsWith("Stamped: 1 (users), applied 2026-11-20 10:18:00 UTC by ann; 2 pending");
        assertThat(Project.ids(project.migrations().upgrade().steps())).containsExactly("2", "3");
        assertThat(project.versions()).containsExactly("1", "2", "3");
        assertFails(MigrationError.FLYWAY_HISTORY, () -> project.migrations().stampFromFlyway("flyway_schema_history"))
                .hasMessageContaining("a history of its own already");
    }

    @Test
    void aScriptThatIsNotTheOneThatFlywayRanIsSeen() {
        row(1, "1", "SQL", "V1__users.sql", "4711", true);
        project.migrations().stampFromFlyway("flyway_schema_history");
        assertThat(project.migrations().history().get(0).state()).isEqualTo(RevisionState.EDITED);
        assertFails(MigrationError.SCRIPT_EDITED, () -> project.migrations().upgrade())
                .hasMessageContaining("checksum 4711 then");
    }

    @Test
    void upToABaselineEverythingCountsAsApplied() {
        project.execute("create table orders (id integer primary key, user_id integer not null)");
        row(1, "2", "BASELINE", "<< Flyway Baseline >>", "null", true);
        project.migrations().stampFromFlyway("flyway_schema_history");
        assertThat(Project.ids(project.migrations().upgrade().steps())).containsExactly("3");
        project.delete("V2__orders.sql");
        project.delete("U2__orders.sql");
        assertThat(project.migrations().upgrade().steps()).isEmpty();
    }

    @Test
    void whatCannotBeTakenOverIsSaidAndNothingIsWritten() {
        assertFails(MigrationError.FLYWAY_HISTORY, () -> project.migrations().stampFromFlyway("schema_version"))
                .hasMessageContaining("has no table schema_version");
        row(1, "1", "SQL", "V1__users.sql", "1", true);
        row(2, "7", "SQL", "V7__gone.sql", "1", true);
        assertFails(MigrationError.FLYWAY_HISTORY, () -> project.migrations().stampFromFlyway("flyway_schema_history"))
                .hasMessageContaining("Flyway applied what is not here: V7__gone.sql");
        row(3, "8", "SQL", "V8__broken.sql", "1", false);
        assertFails(MigrationError.FLYWAY_HISTORY, () -> project.migrations().stampFromFlyway("flyway_schema_history"))
                .hasMessageContaining("V8__broken.sql that it failed");
        assertThat(project.tables()).containsExactly("flyway_schema_history", "users");
        assertFails(
                MigrationError.DATABASE_NOT_EMPTY, () -> project.migrations().upgrade());
    }
}

package dev.dovetail.migrations;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Going on after a script that stopped outside a transaction. */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
@Timeout(120)
class ResumeTest {

    private final TestEngine engine;
    private Project project;

    ResumeTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void create(@TempDir Path folder) {
        project = new Project(engine, folder);
        project.script("V1__counter.sql", "create table counter (n integer);", "insert into counter values (0);");
        project.script("U1__counter.sql", "-- no-transaction", "drop table counter;");
        up("update counter set m = 1");
        project.script("V3__last.sql", "create table last_one (id integer);");
    }

    private void up(String second) {
        project.script(
                "V2__steps.sql",
                "-- no-transaction",
                "update counter set n = n + 1;",
                second + ";",
                "update counter set n = n + 10;");
    }

    @AfterEach
    void close() {
        project.close();
    }

    private void fails() {
        assertFails(MigrationError.SCRIPT_FAILED, () -> project.migrations().upgrade())
                .hasMessageContaining("statement 2 of 3")
                .hasMessageContaining("go on there with: dovetail resume");
        assertThat(project.query("select n from counter")).containsExactly("1");
    }

    @Test
    void beginsWithTheStatementThatWasRefused() {
        fails();
        assertFails(MigrationError.SCRIPT_FAILED, () -> project.migrations().resume());
        up("update counter set n = n + 100");
        assertFails(MigrationError.FAILED_EARLIER, () -> project.migrations().upgrade())
                .hasMessageContaining("dovetail resume");
        assertThat(Project.ids(project.migrations().resume().steps())).containsExactly("2", "3");
        assertThat(project.query("select n from counter")).containsExactly("111");
        assertThat(project.migrations().history())
                .allSatisfy(entry -> assertThat(entry.state()).isEqualTo(RevisionState.APPLIED));
        assertThat(project.migrations().resume().steps()).isEmpty();
    }

    @Test
    void refusesIfWhatTookEffectWasEdited() {
        fails();
        project.script("V2__steps.sql", "-- no-transaction", "update counter set n = n + 2;", "select 1;");
        assertFails(MigrationError.RESUME_IMPOSSIBLE, () -> project.migrations().resume())
                .hasMessageContaining("V2__steps.sql cannot go on after its first 1 statement");
        assertThat(project.query("select n from counter")).containsExactly("1");
    }

    @Test
    void saysIfNobodyWroteDownHowFarItCame() {
        fails();
        String quote = engine == TestEngine.MARIADB ? "`" : "\"";
        project.execute("update %1$sdovetail_schema_history%1$s set %1$stype%1$s = 'SQL up' where %1$sversion%1$s = '2'"
                .formatted(quote));
        assertFails(MigrationError.RESUME_IMPOSSIBLE, () -> project.migrations().resume())
                .hasMessageContaining("nobody wrote down how far it came")
                .hasMessageContaining("dovetail stamp 2")
                .hasMessageContaining("dovetail stamp 1");
    }

    @Test
    void goesOnDownwardsToo() {
        project.migrations().upgrade("1");
        project.script("U1__counter.sql", "-- no-transaction", "drop table no_such_table;", "drop table counter;");
        assertFails(MigrationError.SCRIPT_FAILED, () -> project.migrations().downgrade());
        assertThat(project.migrations().history().get(0).state()).isEqualTo(RevisionState.FAILED);
        project.script("U1__counter.sql", "-- no-transaction", "drop table counter;");
        assertThat(Project.ids(project.migrations().resume().steps())).containsExactly("1");
        assertThat(project.tables()).isEmpty();
        assertThat(project.versions()).isEmpty();
    }
}

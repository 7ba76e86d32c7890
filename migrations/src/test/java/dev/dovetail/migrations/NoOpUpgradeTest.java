package dev.dovetail.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.statement.StatementRecording;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an application pays at each start when there is nothing to do; {@link MeasuresTest} prints the time. */
@OnEachDatabase
class NoOpUpgradeTest {

    private static final int SCRIPTS = 5;

    private final TestDatabase database;

    NoOpUpgradeTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void asksTheDatabaseTwoThings(@TempDir Path folder) throws Exception {
        try (Project project = new Project(database.engine(), folder)) {
            for (int i = 1; i <= SCRIPTS; i++) {
                project.script("V" + i + "__t.sql", "create table t" + i + " (id integer);");
            }
            project.migrations().upgrade();
            Migrations migrations = project.migrations();

            StatementRecording recorded = Statements.during(
                    () -> assertThat(migrations.upgrade().steps()).isEmpty());

            assertThat(recorded.count()).isEqualTo(2);
        }
    }
}

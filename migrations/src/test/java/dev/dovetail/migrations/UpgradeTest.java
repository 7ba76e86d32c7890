package dev.dovetail.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.statement.Statements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.result.AppliedStep;
import dev.dovetail.migrations.result.Direction;
import dev.dovetail.migrations.result.HistoryEntry;
import dev.dovetail.migrations.result.MigrationRun;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class UpgradeTest {

    private final TestEngine engine;
    private Project project;

    UpgradeTest(TestDatabase database) {
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
    void appliesEveryScriptInOrderAndReportsIt() {
        List<AppliedStep> heard = new ArrayList<>();
        MigrationRun run =
                project.migrations(options -> options.onStep(heard::add)).upgrade();

        assertThat(run.steps()).isEqualTo(heard);
        assertThat(Project.ids(run.steps())).containsExactly("1", "2", "3");
        assertThat(run.steps().get(1).script()).isEqualTo("V2__orders.sql");
        assertThat(run.steps().get(1).description()).isEqualTo("orders");
        assertThat(run.steps()).allSatisfy(step -> {
            assertThat(step.direction()).isEqualTo(Direction.UPGRADE);
            assertThat(step.elapsed()).isPositive().isLessThan(run.elapsed());
        });
        assertThat(project.tables()).containsExactly("orders", "users");
        assertThat(project.versions()).containsExactly("1", "2", "3");
    }

    @Test
    void doesNothingTheSecondTimeWithTwoQueries() {
        project.migrations().upgrade();
        Migrations migrations = project.migrations();
        List<MigrationRun> runs = new ArrayList<>();
        assertThat(Statements.during(() -> runs.add(migrations.upgrade())).count())
                .isEqualTo(2);
        assertThat(runs.get(0).steps()).isEmpty();
    }

    @Test
    void ordersVersionsByNumberAndNotByText() {
        project.script("V10__ten.sql", "create table ten (id integer);");
        project.script("V3_1__between.sql", "create table between_three_and_ten (id integer);");
        assertThat(Project.ids(project.migrations().upgrade().steps())).containsExactly("1", "2", "3", "3_1", "10");
        assertThat(project.versions()).containsExactly("1", "2", "3", "3.1", "10");
    }

    @Test
    void goesOnWhereTheLastRunStopped() {
        project.migrations().upgrade("2");
        assertThat(project.versions()).containsExactly("1", "2");
        assertThat(Project.ids(project.migrations().upgrade("+1").steps())).containsExactly("3");
        assertThat(project.migrations().upgrade("1").steps()).isEmpty();
    }

    @Test
    void takesBackTheLastRevisionWithItsRow() {
        project.migrations().upgrade();
        MigrationRun run = project.migrations().downgrade();
        assertThat(run.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.direction()).isEqualTo(Direction.DOWNGRADE))
                .satisfies(step -> assertThat(step.script()).isEqualTo("U3__email.sql"));
        assertThat(project.versions()).containsExactly("1", "2");
    }

    @Test
    void goesDownToATargetAndUpAgainAndEndsWhereItWas() {
        project.migrations().upgrade();
        assertThat(Project.ids(project.migrations().downgrade("1").steps())).containsExactly("3", "2");
        assertThat(project.tables()).containsExactly("users");
        project.migrations().downgrade("base");
        assertThat(project.tables()).isEmpty();
        assertThat(project.versions()).isEmpty();

        assertThat(Project.ids(project.migrations().upgrade().steps())).containsExactly("1", "2", "3");
        project.execute("insert into users (id, name, email) values (1, 'Ann', 'ann@example.com')");
        assertThat(project.query("select email from users")).containsExactly("ann@example.com");
    }

    @Test
    void tellsCurrentAndHistory() {
        assertThat(project.migrations().current()).isEmpty();
        Instant before = Instant.now().minusSeconds(1);
        project.migrations().upgrade("2");
        project.delete("U2__orders.sql");

        assertThat(project.migrations().current())
                .map(entry -> entry.revision().toString())
                .contains("2");
        List<HistoryEntry> history = project.migrations().history();
        assertThat(history)
                .extracting(HistoryEntry::state)
                .containsExactly(RevisionState.APPLIED, RevisionState.APPLIED, RevisionState.PENDING);
        assertThat(history).extracting(HistoryEntry::reversible).containsExactly(true, false, true);
        HistoryEntry.Installation installation = history.get(1).installation().orElseThrow();
        assertThat(installation.on()).isBetween(before, Instant.now().plusMillis(1));
        assertThat(installation.by()).isNotBlank();
        assertThat(installation.elapsed()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(history.get(2).installation()).isEmpty();
    }

    @Test
    void stampsWithoutRunningAnything() {
        project.migrations().stamp("2");
        assertThat(project.tables()).isEmpty();
        assertThat(project.versions()).containsExactly("1", "2");
        project.migrations().stamp("base");
        assertThat(project.versions()).isEmpty();
    }

    @Test
    void refusesToRunInsideATransaction() {
        assertThatThrownBy(() -> project.database()
                        .transactor()
                        .run(() -> project.migrations().upgrade()))
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        failure -> assertThat(failure.code()).isEqualTo(MigrationError.INSIDE_TRANSACTION));
    }
}

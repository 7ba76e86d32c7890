package dev.dovetail.migrations.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.cli.CommandRun;
import dev.dovetail.migrations.cli.CommandRun.Output;
import dev.dovetail.migrations.sql.SqlStatement;
import dev.dovetail.migrations.sql.StatementSplitter;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Revisions that are written by hand, their heads, and the script that is run elsewhere. */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
@Timeout(60)
class RevisionsTest {

    private final TestEngine engine;
    private Project project;
    private CommandRun dovetail;

    RevisionsTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void create(@TempDir Path folder) {
        project = new Project(engine, folder).withThreeScripts();
        dovetail = new CommandRun(project);
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void twoBranchesAreNoticedAndMerged() {
        assertThat(dovetail.run("heads").out()).isEqualTo("3  email\n");
        project.script("V4__mine.sql", "-- down-revision: 3", "create table mine (id integer);");
        project.script("U4__mine.sql", "drop table mine;");
        project.script("V5__theirs.sql", "-- down-revision: 3", "create table theirs (id integer);");
        project.script("U5__theirs.sql", "drop table theirs;");
        assertThat(dovetail.run("heads").out()).isEqualTo("4  mine\n5  theirs\nJoin them with: dovetail merge\n");
        Output upgrade = dovetail.run("upgrade");
        assertThat(upgrade.exitCode()).isEqualTo(1);
        assertThat(upgrade.err()).contains("DVT-706", " merge -m ");

        assertThat(dovetail.run("merge").out()).contains("__merge.sql");
        assertThat(dovetail.run("upgrade").exitCode()).isZero();
        assertThat(project.tables()).containsExactly("mine", "orders", "theirs", "users");
        assertThat(dovetail.run("merge").err()).contains("There is one head", "DVT-757");
        assertThat(dovetail.run("show").out()).contains("-- down-revision: 4, 5");
    }

    @Test
    void anEmptyRevisionFollowsTheHead() {
        assertThat(dovetail.run("revision", "-m", "by hand").out()).contains("__by_hand.sql");
        assertThat(dovetail.run("show", "head").out()).contains("follows 3", "-- down-revision: 3");
        assertThat(dovetail.run("upgrade").exitCode()).isZero();
        assertThat(dovetail.run("downgrade").exitCode()).isZero();
        assertThat(dovetail.run("revision").exitCode()).isEqualTo(2);
    }

    @Test
    void theOfflineScriptLeavesTheDatabaseWhereAnUpgradeWould() {
        String up = dovetail.run("sql").out();
        runElsewhere(up);
        assertThat(dovetail.run("current").out())
                .startsWith("3 (email), applied ")
                .endsWith("; nothing is pending\n");
        assertThat(dovetail.run("upgrade").out()).isEqualTo("Nothing to do; the database is at 3 (email).\n");

        String down = dovetail.run("sql", "3:1").out();
        runElsewhere(down);
        assertThat(dovetail.run("current").out()).startsWith("1 (users), applied ");
        assertThat(project.tables()).containsExactly("users");
    }

    private void runElsewhere(String script) {
        project.execute(StatementSplitter.split(script, project.engine()).stream()
                .map(SqlStatement::text)
                .toArray(String[]::new));
    }
}

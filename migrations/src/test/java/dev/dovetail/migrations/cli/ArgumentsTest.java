package dev.dovetail.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.cli.CommandRun.Output;
import dev.dovetail.migrations.support.Project;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is given to a command arrives where it counts. */
class ArgumentsTest {

    private static final String USERS =
            "create table users (id integer constraint pk_users primary key autoincrement, name varchar(255)";

    private Project project;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        project = new Project(TestEngine.SQLITE, folder);
    }

    @AfterEach
    void close() {
        project.close();
    }

    private Output run(String... arguments) {
        return new CommandRun(project).run(arguments);
    }

    private Output onEntities(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--classpath=target/test-classes";
        all[arguments.length + 1] = "--entities=dev.dovetail.migrations.autogenerate.before";
        return run(all);
    }

    /** Without any URL. */
    private String alone(String... arguments) {
        String[] all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--locations=" + project.root();
        StringWriter out = new StringWriter();
        assertThat(Dovetail.run(new PrintWriter(out, true), new PrintWriter(out, true), all))
                .as(out.toString())
                .isZero();
        return out.toString();
    }

    @Test
    void showAndSqlSpeakOfTheirTarget() {
        project.withThreeScripts();
        assertThat(run("show", "2").out()).startsWith("2  orders").contains("create table orders");
        assertThat(run("sql", "1:2").out())
                .contains("V2__orders.sql", "pragma foreign_keys = off;")
                .doesNotContain("V1__users.sql", "V3__email.sql", "create table \"dovetail_schema_history\"");
        assertThat(run("sql", "3:1").out())
                .containsSubsequence("U3__email.sql", "U2__orders.sql")
                .doesNotContain("U1__users.sql");
        assertThat(run("current", "--json").out()).contains("\"pending\":3");
    }

    @Test
    void filesAreWrittenWithoutADatabase() {
        assertThat(alone("init", "--engines", "h2,postgresql")).contains("/h2", "/postgresql");
        assertThat(alone("revision", "-m", "by hand")).contains("/sqlite/V", "/h2/V", "__by_hand.sql");
    }

    @Test
    void severalHeadsAreListedUntilTheyAreMerged() {
        project.withThreeScripts();
        assertThat(run("heads").out()).isEqualTo("3  email\n");
        project.script("V2_1__other.sql", "-- down-revision: 1");
        assertThat(run("heads").out()).contains("2  orders\n", "3  email\n", "dovetail merge");
        assertThat(alone("merge", "-m", "two roads")).contains("__two_roads.sql");
        assertThat(run("heads").out()).endsWith("  two roads\n").doesNotContain("dovetail merge");
    }

    @Test
    void theHistoryOfFlywayMayHaveAnotherName() {
        project.withThreeScripts().migrations().upgrade();
        project.execute(
                "create table other_history as select * from dovetail_schema_history",
                "drop table dovetail_schema_history");
        assertThat(run("stamp", "head", "--from-flyway=other_history").exitCode())
                .isEqualTo(2);
        assertThat(run("stamp", "--from-flyway=other_history").out()).startsWith("Stamped: 3 (email), applied ");
    }

    @Test
    void resumeGoesOnWhereAnUpgradeWouldNot() {
        project.script("V1__two.sql", "-- no-transaction", "create table one (id integer);", "nonsense;");
        assertThat(run("upgrade").exitCode()).isEqualTo(1);
        project.script("V1__two.sql", "-- no-transaction", "create table one (id integer);", "select 1;");
        assertThat(run("upgrade").err()).contains("DVT-724");
        assertThat(run("resume").out()).contains("  up    1  two");
    }

    @Test
    void migrateDropsKeepsAndProvesAsItIsTold() {
        project.script("V1__users.sql", USERS + ", nick varchar(10) not null);", "create table legacy (id integer);");
        assertThat(onEntities("check").err()).contains("removed table legacy", "DVT-755");
        assertThat(onEntities("migrate", "-m", "less", "--keep=legacy").err())
                .contains("removed column users.nick", "--allow-drop")
                .doesNotContain("removed table legacy");
        Output less = onEntities("migrate", "-m", "less", "--keep=legacy", "--allow-drop", "--with-data");
        assertThat(less.err()).isEmpty();
        assertThat(less.out())
                .contains("kept table legacy, as asked", "no row was tried in users: the removed column nick");
    }

    @Test
    void migrateRenamesInOneStepOrSafely() {
        alone("init", "--engines=h2");
        project.script("V1__folks.sql", USERS.replace("users", "folks").replace("name", "called") + ");");
        String[] renames = {"--rename=folks=users", "--rename=folks.called=name"};
        assertThat(onEntities("migrate", "-m", "x", "--engines=sqlite").err()).contains("--rename folks=users");
        project.execute(USERS.replace(" name", " called") + ")");
        assertThat(onEntities("diff").out()).contains("(renamed? then: --rename users.called=name)");

        Output safe = onEntities("migrate", "-m", "x", "--engines=sqlite", "--safe", renames[0], renames[1]);

        assertThat(safe.out())
                .contains("renamed table folks to users", "renamed column users.called to users.name")
                .contains("__x_1.sql", "__x_3.sql")
                .doesNotContain("/h2/");
    }
}

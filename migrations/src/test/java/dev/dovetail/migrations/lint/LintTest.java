package dev.dovetail.migrations.lint;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.cli.CommandRun;
import dev.dovetail.migrations.cli.CommandRun.Output;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which scripts are looked through, what is said, and what is kept silent. */
class LintTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void open() {
        project = new Project(TestEngine.SQLITE, folder).withThreeScripts();
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void aFindingSaysScriptLineAndStatement() {
        project.script("V4__drops.sql", "create table a (id integer);", "", "/* why */", "drop table", "  orders;");
        LintReport report = project.migrations().lint("4");
        LintFinding finding = report.findings().stream()
                .filter(found -> found.rule() == LintRule.TABLE_DROPPED)
                .findFirst()
                .orElseThrow();
        assertThat(finding.script()).endsWith("V4__drops.sql");
        assertThat(finding.line()).isEqualTo(4);
        assertThat(finding.statement()).isEqualTo(2);
        assertThat(finding.text()).isEqualTo("drop table");
        assertThat(finding.fact()).isEqualTo("the rows of orders are gone");
        assertThat(report.scripts()).isEqualTo(1);
        assertThat(report.statements()).isEqualTo(2);
    }

    @Test
    void pendingIsWhatThisDatabaseLacks() {
        project.script("V4__drops.sql", "drop table orders;");
        project.script("U4__drops.sql", "-- nothing");
        assertThat(project.migrations().lint().scripts()).isEqualTo(4);
        project.migrations().upgrade("3");
        LintReport report = project.migrations().lint();
        assertThat(report.scripts()).isEqualTo(1);
        assertThat(LintBench.rules(report)).containsExactly(LintRule.TABLE_DROPPED);
        project.migrations().upgrade();
        assertThat(project.migrations().lint().scripts()).isZero();
    }

    @Test
    void allMeansEveryEngineThatHasAFolder() throws Exception {
        Path other = Files.createDirectories(folder.resolve("postgresql"));
        Files.writeString(other.resolve("V1__users.sql"), "create index ix on users (name);");
        Files.writeString(folder.resolve("sqlite").resolve("V1__users.sql"), "create index ix on users (name);");
        LintReport all = project.migrations().lint("all");
        assertThat(all.scripts()).isEqualTo(4);
        assertThat(all.findings())
                .anySatisfy(finding -> {
                    assertThat(finding.engine()).isEqualTo(Engine.POSTGRESQL);
                    assertThat(finding.rule()).isEqualTo(LintRule.INDEX_BLOCKS_WRITES);
                })
                .noneMatch(
                        finding -> finding.engine() == Engine.SQLITE && finding.rule() == LintRule.INDEX_BLOCKS_WRITES);
        assertFails(MigrationError.UNKNOWN_TARGET, () -> project.migrations().lint("99"));
    }

    @Test
    void aRevisionWithoutAWayBackIsMentioned() {
        project.script("V4__more.sql", "create table more (id integer);");
        assertThat(LintBench.rules(project.migrations().lint("4"))).containsExactly(LintRule.NO_WAY_BACK);
        project.script("U4__more.sql", "drop table more;");
        assertThat(project.migrations().lint("4").findings()).isEmpty();
    }

    @Test
    void whatJavaDoesIsSaidToBeUnknown() {
        project.delete("V2__orders.sql");
        project.delete("U2__orders.sql");
        LintReport report = project.migrations(options ->
                        options.locations(project.root().toString(), "java:dev.dovetail.migrations.code.sample"))
                .lint("2");
        assertThat(LintBench.rules(report)).contains(LintRule.NOT_UNDERSTOOD);
    }

    @Test
    void anIgnoreSpeaksOfTheStatementBelowIt() {
        LintReport report = new LintBench(folder.resolve("bench"), Engine.POSTGRESQL)
                .last("create table a (id int);\n"
                        + "-- lint: ignore DVT-L16, DVT-L22 nobody reads them since 1.4\ndrop table users;\n"
                        + "drop table orders;");
        assertThat(LintBench.rules(report)).containsExactly(LintRule.TABLE_DROPPED);
        assertThat(report.findings().get(0).line()).isEqualTo(4);
        assertThat(report.ignored())
                .extracting(ignored -> ignored.finding().rule())
                .containsExactly(LintRule.TABLE_DROPPED, LintRule.NO_LOCK_TIMEOUT);
        assertThat(report.ignored().get(0).reason()).isEqualTo("nobody reads them since 1.4");
    }

    @Test
    void anIgnoreAtTheTopSpeaksOfTheWholeScript() {
        LintReport report = new LintBench(folder.resolve("bench"), Engine.SQLITE)
                .last("-- lint: ignore DVT-L16 the old shop is closed\ndrop table users;\ndrop table orders;");
        assertThat(report.findings()).isEmpty();
        assertThat(report.ignored()).hasSize(2);
    }

    @Test
    void anIgnoreWithoutAReasonCountsForNothing() {
        LintReport report = new LintBench(folder.resolve("bench"), Engine.SQLITE)
                .last("-- lint: ignore DVT-L16\ndrop table users;");
        assertThat(LintBench.rules(report)).containsExactly(LintRule.BAD_IGNORE, LintRule.TABLE_DROPPED);
    }

    @Test
    void aScriptThatDoesNotEndIsAnError() {
        project.script("V4__open.sql", "create table a (id integer);", "insert into a values ('1);");
        assertFails(MigrationError.UNTERMINATED, () -> project.migrations().lint())
                .hasMessageContaining("V4__open.sql, line 2: a string");
    }

    @Test
    void requireNoneListsWhatIsBad() {
        project.script("V4__drops.sql", "drop table orders;");
        LintReport report = project.migrations().lint("4");
        assertThatThrownBy(() -> report.requireNone(Severity.ERROR))
                .hasMessageContaining("V4__drops.sql, line 1: DVT-L16 the rows of orders are gone")
                .hasMessageContaining("-- lint: ignore DVT-L16 <reason>")
                .hasMessageContaining("DVT-741");
        project.migrations().lint("3").requireNone(Severity.ERROR);
    }

    @Test
    void theCommandPrintsRecipesAndEndsWith1() {
        project.script("V4__drops.sql", "drop table orders;");
        CommandRun commands = new CommandRun(project);
        Output bad = commands.run("lint");
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.err()).isEmpty();
        assertThat(bad.out())
                .contains(
                        "V4__drops.sql:1: error DVT-L16 loses data: the rows of orders are gone\n    drop table orders\n")
                .contains("    instead: 1. release a version that does not use it")
                .endsWith("1 error, 0 warnings, 1 note in 5 statements of 4 scripts; 0 ignored.\n");
        assertThat(commands.run("lint", "all", "--fail-on", "never").exitCode()).isZero();
        assertThat(commands.run("lint", "1", "--fail-on", "note").exitCode()).isZero();
        assertThat(commands.run("lint", "4", "--fail-on", "note").exitCode()).isEqualTo(1);
        Output wrong = commands.run("lint", "--fail-on", "sometimes");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("'sometimes' is no severity");
        assertThat(List.of(commands.run("lint", "--json").out().lines().toArray()))
                .singleElement()
                .asString()
                .startsWith("{\"command\":\"lint\",\"ok\":false,\"exitCode\":1,\"result\":{\"scripts\":4,")
                .contains(
                        "\"rule\":\"DVT-L16\",\"severity\":\"error\",\"effect\":\"loses-data\",\"engine\":\"sqlite\"");
    }
}

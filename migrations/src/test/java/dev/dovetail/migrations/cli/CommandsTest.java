package dev.dovetail.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.cli.CommandLineProcess.Result;
import dev.dovetail.migrations.support.Project;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class CommandsTest {

    private final TestEngine engine;
    private Project project;

    CommandsTest(TestDatabase database) {
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
    void upgradesTellsAndDowngrades() {
        assertThat(run("current").out()).isEqualTo("base (no revision is applied); 3 pending\n");

        Result upgrade = run("upgrade");
        assertThat(upgrade.exitCode()).isZero();
        assertThat(upgrade.err()).isEmpty();
        assertThat(upgrade.out())
                .matches("  up    1  users  \\(\\d+ ms\\)\n"
                        + "  up    2  orders  \\(\\d+ ms\\)\n"
                        + "  up    3  email  \\(\\d+ ms\\)\n"
                        + "3 scripts in .*; the database is at 3 \\(email\\)\\.\n");
        assertThat(project.tables()).containsExactly("orders", "users");
        assertThat(run("upgrade").out()).isEqualTo("Nothing to do; the database is at 3 (email).\n");

        assertThat(run("downgrade", "1").out()).contains("down  3  email", "down  2  orders", "is at 1 (users)");
        List<String> history = run("history").out().lines().toList();
        assertThat(history).hasSize(4);
        assertThat(history.get(0)).matches("REVISION +DESCRIPTION +STATE +APPLIED \\(UTC\\) +BY +TIME +WAY BACK");
        assertThat(history.get(1)).matches("3 +email +pending +yes");
        assertThat(history.get(3))
                .matches("1 +users +applied +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d +\\S+ +\\d+ ms +yes");
        assertThat(run("stamp", "head").out()).startsWith("Stamped: 3 (email), applied ");
        assertThat(run("stamp", "1").out()).endsWith("; 2 pending.\n");
        assertThat(run("downgrade", "-1").out()).endsWith("the database is at base (no revision is applied).\n");
    }

    @Test
    void aFailureIsExitCode1AndBadInputIs2() {
        for (String[] bad :
                new String[][] {{"upgrade", "99"}, {"upgrade", "+7"}, {"upgrade", "--nonsense"}, {"stamp"}}) {
            Result result = run(bad);
            assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
            assertThat(result.err()).isNotBlank();
            assertThat(result.out()).isEmpty();
        }
        project.script("V4__broken.sql", "create table fine (id integer);", "create tabel broken (id integer);");
        Result failed = run("upgrade");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).contains("  up    3  email");
        assertThat(failed.err())
                .contains("V4__broken.sql, line 2, statement 2 of 2", "DVT-730")
                .doesNotContain("\tat ");
    }

    private Result run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--locations=" + project.root());
        all.add("--url=" + project.url());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Dovetail.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
        return new Result(exitCode, out.toString(), err.toString());
    }
}

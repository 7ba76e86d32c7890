package dev.dovetail.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.cli.CommandLineProcess.Result;
import dev.dovetail.migrations.support.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar in processes of its own. */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.MARIADB})
class DovetailIT {

    private static final Pattern STEP = Pattern.compile("(?m)^  up    (\\S+)  ");

    private static final int ROUNDS = Boolean.getBoolean("dovetail.exhaustive") ? 10 : 1;

    private final TestEngine engine;
    private Project project;

    DovetailIT(TestDatabase database) {
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
    void runsAsOneJar() throws Exception {
        Result upgrade = run("upgrade");
        assertThat(upgrade.exitCode()).as(upgrade.err()).isZero();
        assertThat(upgrade.err()).isEmpty();
        assertThat(upgrade.out()).contains("  up    3  email", "the database is at 3 (email).");
        assertThat(project.tables()).containsExactly("orders", "users");

        project.script("V4__broken.sql", "create tabel broken (id integer);");
        Result failed = run("upgrade");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("V4__broken.sql, line 1", "DVT-730").doesNotContain("\tat ");
        Result wrong = run("downgrade", "--nonsense");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("'--nonsense'");
    }

    /** Once, and often with {@code -Pexhaustive}. */
    @Test
    void threeProcessesAtOnceApplyEachScriptOnce() throws Exception {
        for (int i = 4; i <= 20; i++) {
            project.script("V" + i + "__t.sql", "create table t" + i + " (id integer);");
            project.script("U" + i + "__t.sql", "drop table t" + i + ";");
        }
        for (int round = 0; round < ROUNDS; round++) {
            if (round > 0) {
                project.migrations().downgrade("base");
            }
            assertThat(threeUpgrades()).hasSize(20).doesNotHaveDuplicates();
            assertThat(project.versions()).hasSize(20);
        }
    }

    private List<String> threeUpgrades() throws Exception {
        List<CommandLineProcess> processes = new ArrayList<>();
        List<String> applied = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                processes.add(start("upgrade"));
            }
            for (CommandLineProcess process : processes) {
                Result result = process.end();
                assertThat(result.exitCode()).as(result.err()).isZero();
                STEP.matcher(result.out()).results().forEach(step -> applied.add(step.group(1)));
            }
        } finally {
            processes.forEach(CommandLineProcess::close);
        }
        return applied;
    }

    private Result run(String... arguments) throws IOException, InterruptedException {
        try (CommandLineProcess process = start(arguments)) {
            return process.end();
        }
    }

    private CommandLineProcess start(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--locations=" + project.root());
        return CommandLineProcess.start(project.root(), project.url(), all.toArray(String[]::new));
    }
}

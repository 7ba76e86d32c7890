package dev.dovetail.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an application pays at each start when there is nothing to do. */
@OnEachDatabase
class NoOpUpgradeTest {

    private static final int SCRIPTS = 100;
    private static final Duration LIMIT = Duration.ofMillis(50);

    private final TestDatabase database;

    NoOpUpgradeTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void isCheapOnAWarmMachine(@TempDir Path folder) {
        try (Project project = new Project(database.engine(), folder)) {
            for (int i = 1; i <= SCRIPTS; i++) {
                project.script("V" + i + "__t.sql", "create table t" + i + " (id integer);");
            }
            Duration first = project.migrations().upgrade().elapsed();
            long[] nanos = new long[40];
            for (int i = 0; i < nanos.length; i++) {
                long startedAt = System.nanoTime();
                assertThat(project.migrations().upgrade().steps()).isEmpty();
                nanos[i] = System.nanoTime() - startedAt;
            }
            Arrays.sort(nanos, 20, 40);
            Duration median = Duration.ofNanos(nanos[30]);
            System.out.printf(
                    "%s: %d scripts applied in %d ms; upgrade with nothing to do %.1f ms (median of 20, warm)%n",
                    database.engine().displayName(), SCRIPTS, first.toMillis(), median.toNanos() / 1e6);
            assertThat(median).isLessThan(LIMIT);
        }
    }
}

package dev.dovetail.examples.orders.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class KilledLoadTest {

    private final TestDatabase database;

    KilledLoadTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void leavesNothingWhenTheProcessIsKilledHalfWay() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HalfLoad.class.getName(),
                        database.url())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo(HalfLoad.HALF);
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }

        try (Database db = Database.open(database.url())) {
            assertThat(LoadedDatabase.contents(db)).isEqualTo(new Contents(0, 0));
            LoadResult again = new OrderLoader(db, Progress.none()).load(LoadedDatabase.prepare(db));
            assertThat(again).isInstanceOf(LoadResult.Loaded.class);
            assertThat(LoadedDatabase.contents(db)).isEqualTo(again.contents());
        }
    }
}

package dev.dovetail.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LongSummaryStatistics;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class LittleMemoryTest {

    private static final boolean EXHAUSTIVE = Boolean.getBoolean("dovetail.exhaustive");

    /** Together more than the heap. */
    private static final long ROWS = EXHAUSTIVE ? 5_000_000 : 70_000;

    private static final int CHARACTERS = EXHAUSTIVE ? 100 : 1_000;
    private static final String HEAP = EXHAUSTIVE ? "-Xmx128m" : "-Xmx64m";
    private static final int MINUTES = 30;

    private final TestDatabase database;

    LittleMemoryTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    @Timeout(value = MINUTES, unit = TimeUnit.MINUTES)
    void insertsAndStreamsMoreThanItsHeap(@TempDir Path folder) throws IOException, InterruptedException {
        // A database in the memory of this JVM is none for another one.
        String url = database.engine() == TestEngine.H2 ? "h2:file:" + folder.resolve("many") : database.url();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyRows.class.getName(),
                        url,
                        String.valueOf(ROWS),
                        String.valueOf(CHARACTERS))
                .redirectErrorStream(true)
                .start();
        String output;
        try {
            output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroy();
        }
        LongSummaryStatistics ids = LongStream.range(0, ROWS).summaryStatistics();
        assertThat(output).contains(ids.toString(), String.valueOf(ROWS * CHARACTERS));
        assertThat(process.waitFor()).isZero();
    }
}

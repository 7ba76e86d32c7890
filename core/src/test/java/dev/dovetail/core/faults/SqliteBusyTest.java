package dev.dovetail.core.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.transaction.Retry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another process writes to the same file. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SqliteBusyTest {

    @TempDir
    private Path folder;

    @Test
    void aSecondProcessThatWritesIsWaitedForAndThenTheWorkRunAgain() throws Exception {
        Path file = folder.resolve("shop.db");
        try (Database db = Database.open("sqlite:///" + file, options -> options.busyTimeout(Duration.ofMillis(100)))) {
            db.transaction(sql -> sql.execute("create table t (id integer primary key)"));
            try (Other other = Other.start(file)) {
                assertThatThrownBy(() -> db.transaction(sql -> sql.execute("insert into t values (2)")))
                        .isInstanceOf(TransientConflictException.class)
                        .hasMessageContaining("DVT-208");
                assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(DSL.table("t"))))
                        .as("readers do not wait, and see what is committed")
                        .isZero();

                Retry retry = Retry.exponential(1_000, Duration.ofMillis(10)).maxDelay(Duration.ofMillis(10));
                FutureTask<Integer> patient = new FutureTask<>(() -> db.transactor()
                        .retry(retry)
                        .call(() -> db.access().sql().execute("insert into t values (2)")));
                new Thread(patient, "patient").start();
                other.commit();
                assertThat(patient).succeedsWithin(Duration.ofSeconds(30));
            }
            assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(DSL.table("t"))))
                    .isEqualTo(2);
        }
    }

    /** The other process, as seen from here. */
    private record Other(Process process, BufferedReader output) implements AutoCloseable {

        static Other start(Path file) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Holder.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            Other other = new Other(process, output);
            other.await("locked");
            return other;
        }

        void commit() throws IOException {
            process.getOutputStream().close();
            await("committed");
        }

        private void await(String word) throws IOException {
            assertThat(output.readLine()).isEqualTo(word);
        }

        @Override
        public void close() throws Exception {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /** Runs in the other process: holds the write lock until its standard input ends. */
    public static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws SQLException, IOException {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + args[0]);
                    Statement statement = connection.createStatement()) {
                statement.execute("begin immediate");
                statement.execute("insert into t values (1)");
                System.out.println("locked");
                while (System.in.read() >= 0) {}
                statement.execute("commit");
                System.out.println("committed");
            }
        }
    }
}

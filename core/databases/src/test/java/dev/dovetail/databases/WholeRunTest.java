package dev.dovetail.databases;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** What a run as a whole does, seen from outside its JVM. */
class WholeRunTest {

    @OnEachDatabase({SQLITE, MARIADB})
    static class OnTwoEngines {
        private final TestDatabase database;

        OnTwoEngines(TestDatabase database) {
            this.database = database;
        }

        @Test
        void connects() throws SQLException {
            database.connect().close();
            System.out.println("ran on " + database.url());
        }
    }

    @OnEachDatabase(SQLITE)
    static class OnSqliteOnly extends OnTwoEngines {
        OnSqliteOnly(TestDatabase database) {
            super(database);
        }
    }

    @OnEachDatabase({SQLITE, H2})
    static class ClosesWhatItOpens {
        private static Connection connection;

        @BeforeParameterizedClassInvocation
        static void open(TestDatabase database) throws SQLException {
            connection = database.connect();
        }

        @AfterParameterizedClassInvocation
        static void close() throws SQLException {
            connection.close();
        }

        ClosesWhatItOpens(TestDatabase database) {
            assertThat(database).isNotNull();
        }

        @Test
        void uses() throws SQLException {
            assertThat(Sql.text(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void anEngineThatIsNamedButMissingFailsTheClassAfterTheOthersHaveRun() throws Exception {
        String output = ForkedRun.of(
                OnTwoEngines.class, "-Ddovetail.test.databases=sqlite,mariadb", "-Ddovetail.test.mariadb=embedded");

        assertThat(output)
                .contains("ran on sqlite:///", "SUCCESSFUL connects()")
                .contains("FAILED WholeRunTest$OnTwoEngines: MariaDB could not be started: ")
                .contains("Install the server (on Debian the packages mariadb-server-core and mariadb-client-core)")
                .containsPattern(
                        "Databases covered: SQLite [0-9.]+\\. Not covered: .*MariaDB \\(it failed to start\\)\\.");
        assertThat(output.indexOf("SUCCESSFUL connects()")).isLessThan(output.indexOf("FAILED"));
    }

    @Test
    void anEngineThatIsMissingButNotNamedIsReported() throws Exception {
        String output = ForkedRun.of(OnTwoEngines.class, "-Ddovetail.test.mariadb=embedded");

        assertThat(output)
                .contains("SUCCESSFUL WholeRunTest$OnTwoEngines")
                .contains("MariaDB (mariadbd with mariadb-install-db and my_print_defaults is not installed");
    }

    @Test
    void aClassWithoutASelectedEngineIsAbortedAndReported() throws Exception {
        String output = ForkedRun.of(OnSqliteOnly.class, "-Ddovetail.test.databases=h2");

        assertThat(output)
                .contains("ABORTED WholeRunTest$OnSqliteOnly: ", "did not run on any database: SQLite (not named by")
                .contains("Databases covered: none.", "Did not run at all: " + OnSqliteOnly.class.getName());
    }

    @Test
    void aClassMayCloseWhatItOpensOnceForEachDatabase() throws Exception {
        String output = ForkedRun.of(ClosesWhatItOpens.class, "-Ddovetail.test.databases=sqlite,h2");

        assertThat(output).contains("SUCCESSFUL WholeRunTest$ClosesWhatItOpens").doesNotContain("FAILED");
    }

    @Test
    void leavesNoTemporaryFiles() throws Exception {
        String output = ForkedRun.of(OnSqliteOnly.class, "-Ddovetail.test.databases=sqlite");

        String url = output.lines()
                .filter(line -> line.startsWith("ran on "))
                .findFirst()
                .orElseThrow()
                .substring("ran on sqlite:///".length());
        assertThat(Path.of(url).getParent().getParent().getParent()).exists();
        assertThat(Path.of(url).getParent().getParent()).doesNotExist();
    }

    /** Starts MariaDB, says which process that is, and waits to be killed. */
    static final class StartsMariaDb {
        public static void main(String[] arguments) throws IOException {
            TestDatabases.create(MARIADB);
            ProcessHandle server = ProcessHandle.current()
                    .descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
                    .findFirst()
                    .orElseThrow();
            System.out.println("server " + server.pid());
            System.in.read();
        }
    }

    @Test
    void mariaDbEndsWithTheJvmAlsoIfThatIsKilled() throws Exception {
        assumeTrue(MariaDbInstallation.find().isPresent(), "no MariaDB is installed");
        Process process = ForkedRun.start(StartsMariaDb.class, "", "-Ddovetail.test.mariadb=installed");
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (!line.startsWith("server ")) {
            line = output.readLine();
        }
        ProcessHandle server = ProcessHandle.of(Long.parseLong(line.substring("server ".length())))
                .orElseThrow();

        process.destroyForcibly();

        server.onExit().get(20, TimeUnit.SECONDS);
        assertThat(server.isAlive()).isFalse();
    }
}

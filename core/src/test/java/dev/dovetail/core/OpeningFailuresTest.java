package dev.dovetail.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.faults.PostgresCluster;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which a database can keep us out has a message that says which one it was. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OpeningFailuresTest {

    private static final String PASSWORD = "s3cret%40" + "x";

    private static DatabaseUnavailableException refused(String url) {
        DatabaseUnavailableException failure = catchThrowableOfType(
                DatabaseUnavailableException.class,
                () -> Database.open(url, options -> options.connectionTimeout(Duration.ofSeconds(1)))
                        .close());
        assertThat(failure).as(url).isNotNull();
        assertThat(failure.code()).isEqualTo(CoreError.DATABASE_UNAVAILABLE);
        assertThat(printed(failure)).doesNotContain("s3cret");
        return failure;
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @CsvSource({"postgresql", "mariadb"})
    void nobodyListens(String scheme) throws IOException {
        int port = freePort();
        assertThat(refused(scheme + "://app:" + PASSWORD + "@127.0.0.1:" + port + "/shop"))
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageContaining("the server is not running, its host or port is wrong");
    }

    @ParameterizedTest
    @CsvSource({"postgresql", "mariadb"})
    void theHostHasNoAddress(String scheme) {
        assertThat(refused(scheme + "://app:" + PASSWORD + "@no-such-host.invalid/shop"))
                .hasMessageContaining("no address belongs to the host's name");
    }

    @ParameterizedTest
    @CsvSource({"postgresql", "mariadb"})
    void theServerTakesTheConnectionAndSaysNothing(String scheme) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(refused(scheme + "://app:" + PASSWORD + "@127.0.0.1:" + silent.getLocalPort() + "/shop"))
                    .hasMessageContaining("the server is not running, its host or port is wrong");
        }
    }

    /** Another class loader has an H2 of its own, which knows as little of ours as another process does. */
    @Test
    void anH2FileIsInUse(@TempDir Path folder) throws Exception {
        URL jar = org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
            Driver driver = (Driver)
                    loader.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
            try (Connection other = driver.connect("jdbc:h2:file:" + folder.resolve("shop"), new Properties())) {
                assertThat(other.isClosed()).isFalse();
                assertThat(refused("h2:file:" + folder.resolve("shop") + ";PASSWORD=s3cret"))
                        .hasMessageContaining("another process has opened the file");
            }
        }
    }

    @Test
    void anH2UserHasAnotherPassword() {
        try (Database db = Database.open("h2:mem:guarded;USER=app;PASSWORD=right")) {
            assertThat(db.pool().max()).isPositive();
            assertThat(refused("h2:mem:guarded;USER=app;PASSWORD=s3cret")).hasMessageContaining("password is wrong");
        }
    }

    @Nested
    class OnPostgresql {

        private static PostgresCluster cluster;

        @BeforeAll
        static void start() throws IOException, SQLException {
            cluster = PostgresCluster.start();
        }

        @AfterAll
        static void stop() throws IOException {
            cluster.close();
        }

        private static String url(String user, String database) {
            return "postgresql://" + user + "@127.0.0.1:" + cluster.port() + "/" + database;
        }

        private static String encoded(String password) {
            return URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
        }

        @Test
        void theRightPasswordWithReservedCharactersOpensADatabaseWithASpaceInItsName() {
            String url = url("app:" + encoded(PostgresCluster.PASSWORD), "my%20shop%20%C3%A4");
            try (Database db = Database.open(url)) {
                assertThat(db.<Object, RuntimeException>read(sql -> sql.fetchValue("select current_database()")))
                        .isEqualTo("my shop ä");
                assertThat(db.toString()).contains("user app").doesNotContain("s3cret");
            }
            try (Database db = Database.open("jdbc:" + url)) {
                assertThat(db.<Object, RuntimeException>read(sql -> sql.fetchValue("select current_user")))
                        .isEqualTo("app");
            }
        }

        @Test
        void thePasswordIsWrong() {
            assertThat(refused(url("app:s3cret", "postgres"))).hasMessageContaining("user or password is wrong");
            assertThat(refused(url("app", "postgres"))).hasMessageContaining("password");
        }

        @Test
        void theDatabaseDoesNotExist() {
            assertThat(refused(url("postgres", "no_such_db")))
                    .hasMessageContaining("no_such_db")
                    .hasMessageContaining("has no such database");
        }

        @Test
        void theServerHasNoRuleForTheUser() {
            assertThat(refused(url("stranger", "postgres")).getMessage()).contains("Likely cause: the server ");
        }

        @Test
        void theServerWantsTls() {
            assertThat(refused(url("tls", "postgres")))
                    .hasMessageContaining("lets in encrypted connections only")
                    .hasMessageContaining("sslmode=");
        }

        @Test
        void theServerHasNoTls() {
            assertThat(refused(url("postgres", "postgres?sslmode=require")))
                    .hasMessageContaining("TLS could not be agreed on");
        }

        @Test
        void theServerHasNoConnectionLeft() throws SQLException {
            try (Connection admin = cluster.admin();
                    Statement statement = admin.createStatement()) {
                statement.execute("alter role app connection limit 0");
                try {
                    assertThat(refused(url("app:" + encoded(PostgresCluster.PASSWORD), "postgres")))
                            .hasMessageContaining("no connection left");
                } finally {
                    statement.execute("alter role app connection limit -1");
                }
            }
        }

        @Test
        void noPasswordReachesAMessageOrALog() throws IOException {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            int nobody = freePort();
            try (AllLogs logs = new AllLogs()) {
                for (int i = 0; i < 10; i++) {
                    String password = "Qz" + Long.toString(random.nextLong(1L << 60), 36) + "&;=%@:/?#";
                    String at = "@127.0.0.1:" + cluster.port() + "/postgres";
                    for (String url : List.of(
                            "postgresql://app:" + encoded(password) + at,
                            "jdbc:postgresql://app:" + encoded(password) + at + "?socketTimeout=soon",
                            "postgresql://app" + at + "?sslmode=nonsense&password=" + encoded(password),
                            "postgresql://app" + at + "?sslmode=require&sslkey=/none&sslpassword=" + encoded(password),
                            "h2:mem:x;IFEXISTS=TRUE;PASSWORD=" + password.replace(";", ""),
                            "h2:nonsense:x;USER=app;PASSWORD=" + password.replace(";", ""),
                            "mariadb://app:" + encoded(password) + "@127.0.0.1:" + nobody + "/shop")) {
                        assertThatThrownBy(() -> Database.open(
                                                url, options -> options.connectionTimeout(Duration.ofMillis(500)))
                                        .close())
                                .as(url)
                                .satisfies(failure -> assertThat(printed(failure))
                                        .as("seed %d", seed)
                                        .doesNotContain(password.substring(0, 12))
                                        .contains("DVT-10"));
                    }
                    for (String url : List.of(
                            "postgresql://postgres@127.0.0.1:" + cluster.port() + "/postgres?sslpassword="
                                    + encoded(password),
                            "postgresql://postgres:" + encoded(password) + "@127.0.0.1:" + cluster.port() + "/postgres",
                            "h2:mem:;USER=app;PASSWORD=" + password.replace(";", ""))) {
                        try (Database db = Database.open(url)) {
                            assertThat(db.toString()).doesNotContain(password.substring(0, 12));
                        }
                    }
                    assertThat(logs.lines())
                            .as("seed %d", seed)
                            .isNotEmpty()
                            .noneMatch(line -> line.contains(password.substring(0, 12)));
                }
            }
        }
    }

    @Nested
    @OnEachDatabase(TestEngine.MARIADB)
    class OnMariaDb {

        private final TestDatabase database;

        OnMariaDb(TestDatabase database) {
            this.database = database;
        }

        private String url(String credentials, String rest) {
            return database.url()
                    .replaceFirst("//[^@]*@", "//" + credentials + "@")
                    .replaceFirst("/[^/]+$", "/" + rest);
        }

        @Test
        void thePasswordIsWrong() {
            assertThat(refused(url(database.username() + ":s3cret", "any"))).hasMessageContaining("password is wrong");
        }

        @Test
        void theDatabaseDoesNotExist() {
            assertThat(refused(url(database.username() + ":" + database.password(), "no_such_db")))
                    .hasMessageContaining("has no such database");
        }

        @Test
        void theServerHasNoTls() {
            assertThat(refused(database.url() + "?sslMode=trust")).hasMessageContaining("TLS could not be agreed on");
        }

        @Test
        void aNameMayHaveASpaceAndLettersOfAnyScript() throws SQLException {
            try (Connection admin = database.connect();
                    Statement statement = admin.createStatement()) {
                statement.execute("create database `my shop ä`");
                try (Database db =
                        Database.open(url(database.username() + ":" + database.password(), "my%20shop%20%C3%A4"))) {
                    assertThat(db.<Object, RuntimeException>read(sql -> sql.fetchValue("select database()")))
                            .isEqualTo("my shop ä");
                } finally {
                    statement.execute("drop database `my shop ä`");
                }
            }
        }
    }
}

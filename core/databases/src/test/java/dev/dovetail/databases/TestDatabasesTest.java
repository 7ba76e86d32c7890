package dev.dovetail.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestDatabasesTest {

    @ParameterizedTest
    @MethodSource("dev.dovetail.databases.TestDatabases#selected")
    void twoDatabasesDoNotSeeEachOther(TestEngine engine) throws SQLException {
        try (TestDatabase one = TestDatabases.create(engine);
                TestDatabase two = TestDatabases.create(engine);
                Connection inOne = one.connect();
                Connection inTwo = two.connect()) {
            Sql.run(inOne, "create table only_in_one (id int)");

            assertThat(one.url()).isNotEqualTo(two.url());
            assertThat(one.version()).isEqualTo(two.version());
            assertThatThrownBy(() -> Sql.text(inTwo, "select count(*) from only_in_one"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.databases.TestDatabases#selected")
    void theUrlLeadsToTheDatabase(TestEngine engine) throws SQLException {
        try (TestDatabase database = TestDatabases.create(engine)) {
            try (Connection connection = database.connect()) {
                Sql.run(connection, "create table visible (id int)");
            }
            String url = database.url();
            assertThat(url).startsWith(engine.propertyName() + ":");
            try (Connection connection = open(url)) {
                assertThat(Sql.text(connection, "select count(*) from visible")).isEqualTo("0");
            }
        }
    }

    /** What a library that knows nothing but the URL would do. */
    private static Connection open(String url) throws SQLException {
        if (url.startsWith("sqlite:///")) {
            return DriverManager.getConnection("jdbc:sqlite:" + url.substring("sqlite:///".length()));
        }
        if (url.startsWith("h2:")) {
            return DriverManager.getConnection("jdbc:" + url);
        }
        URI uri = URI.create(url);
        String[] user = uri.getUserInfo().split(":");
        return DriverManager.getConnection(
                "jdbc:" + uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(),
                user[0],
                user[1]);
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.databases.TestDatabases#selected")
    void closeDropsTheDatabaseEvenIfSomeoneIsConnected(TestEngine engine) throws SQLException {
        TestDatabase database = TestDatabases.create(engine);
        String jdbcUrl = database.jdbcUrl();
        try (Connection connection = database.connect()) {
            Sql.run(connection, "create table short_lived (id int)");
            database.close();
            database.close();
        } catch (SQLException e) {
            assertThat(e.getMessage())
                    .as("closing a connection that the server has ended")
                    .isNotNull();
        }

        assertThatThrownBy(database::connect).hasMessageContaining("is closed");
        if (engine != TestEngine.SQLITE) {
            assertThatThrownBy(() -> Sql.text(
                            jdbcUrl, database.username(), database.password(), "select count(*) from short_lived"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void closeDeletesTheFilesOfSqlite() throws SQLException {
        TestDatabase database = TestDatabases.create(TestEngine.SQLITE);
        Path file = Path.of(database.jdbcUrl().substring("jdbc:sqlite:".length()));
        try (Connection connection = database.connect()) {
            Sql.run(connection, "pragma journal_mode = wal", "create table t (id int)");
            assertThat(file).exists();
        }

        database.close();

        assertThat(file.getParent()).doesNotExist();
        assertThat(Files.exists(file.getParent().getParent())).isTrue();
    }
}

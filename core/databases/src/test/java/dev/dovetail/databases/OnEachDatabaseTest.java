package dev.dovetail.databases;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

// tag::example[]
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class OnEachDatabaseTest {

    private final TestDatabase database;

    OnEachDatabaseTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void findsWhatItInserts() throws SQLException {
        try (Connection connection = database.connect()) {
            Sql.run(connection, "create table users (name varchar(20))", "insert into users values ('Ann')");
            assertThat(Sql.text(connection, "select name from users")).isEqualTo("Ann");
        }
    }
    // end::example[]

    @BeforeParameterizedClassInvocation
    static void startsWithAnEmptyDatabase(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Sql.run(connection, "create table made_before (id int)");
        }
    }

    @Test
    void keepsTheDatabaseForAllTestsOfTheClass() throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(Sql.text(connection, "select count(*) from made_before")).isEqualTo("0");
        }
    }

    @Test
    void namesTheVersionOfTheServer() {
        assertThat(database.version()).matches("\\d+(\\.\\d+)+");
    }

    @Test
    void comparesTextByCodePoint() throws SQLException {
        try (Connection connection = database.connect()) {
            Sql.run(connection, "create table words (word varchar(10))");
            Sql.run(connection, "insert into words values ('b'), ('B'), ('a'), ('é'), ('z')");
            assertThat(Sql.list(connection, row -> row.getString(1), "select word from words order by word"))
                    .containsExactly("B", "a", "b", "z", "é");
            assertThat(Sql.text(connection, "select count(*) from words where word = 'b'"))
                    .isEqualTo("1");
        }
    }

    @Nested
    class Inside {
        @Test
        void sharesTheDatabaseOfTheOuterClass() throws SQLException {
            keepsTheDatabaseForAllTestsOfTheClass();
        }
    }
}

package dev.dovetail.testing;

import static dev.dovetail.testing.StatementAssertions.assertThatStatements;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.Database;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatementAssertionsTest {

    private final Database db = Database.open("sqlite:///:memory:");

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void countsWhatABlockSends() {
        assertThatStatements(() -> {
                    db.read(sql -> sql.fetchOne("select 1"));
                    db.read(sql -> sql.fetchOne("values (2)"));
                })
                .hasCount(2)
                .hasCountAtMost(2)
                .areOnlyQueries();
        assertThatStatements(() -> {}).areNone();
    }

    @Test
    void aWrongCountShowsAllStatements() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatStatements(() -> db.read(sql -> sql.fetchOne("select 1 as one")))
                        .hasCount(2))
                .withMessageContaining("Expected 2 statements, but 1 was sent:")
                .withMessageContaining("1. select 1 as one");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatStatements(() -> db.read(sql -> sql.fetchOne("select 1")))
                        .hasCountAtMost(0));
    }

    @Test
    void writesAreNoQueries() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatStatements(
                                () -> db.transaction(sql -> sql.execute("create table t (id integer)")))
                        .areOnlyQueries())
                .withMessageContaining("create table t");
    }

    @Test
    void whatTheBlockThrowsIsThrown() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> assertThatStatements(() -> {
                    throw new IOException("on purpose");
                }));
    }
}

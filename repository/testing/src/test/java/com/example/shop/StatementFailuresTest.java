package com.example.shop;

import static dev.dovetail.testing.StatementAssertions.assertThatStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.core.Database;
import dev.dovetail.core.statement.StatementKind;
import dev.dovetail.testing.StatementsAssert;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What failing assertions say, whole. In a package of an application, so that its lines are shown. */
class StatementFailuresTest {

    private final Database db = Database.open("sqlite:///:memory:");

    @BeforeEach
    void tables() {
        db.transaction(sql -> sql.execute("create table orders (id integer primary key, total integer)"));
        db.transaction(sql -> sql.execute("create table lines (order_id integer, name text)"));
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void place(int id) {
        db.transaction(sql -> {
            sql.execute("insert into orders values (?, 10)", id);
            sql.execute("insert into lines\nvalues (?, 'a'), (?, 'b')", id, id);
            return sql.fetch("select * from lines where order_id = ?", id);
        });
    }

    private void placeTwice() {
        try {
            place(1);
            place(1);
        } catch (RuntimeException duplicate) {
            assertThat(duplicate).hasMessageContaining("orders");
        }
    }

    private void empty() {
        db.transaction(sql -> sql.execute("delete from orders"));
        db.transaction(sql -> sql.execute("delete from lines"));
    }

    private StatementsAssert placed() {
        empty();
        return assertThatStatements(() -> place(1));
    }

    private static String failure(StatementsAssert statements, Consumer<StatementsAssert> assertion) {
        AssertionError error = catchThrowableOfType(AssertionError.class, () -> assertion.accept(statements));
        assertThat(error).isNotNull();
        // Lines move when this file is edited; that there is one is checked here.
        return error.getMessage().replaceAll("StatementFailuresTest\\.java:\\d+\\)", "StatementFailuresTest.java:N)");
    }

    private static final String AT = ", at com.example.shop.StatementFailuresTest.place(StatementFailuresTest.java:N)";

    private static String list(String first, String second, String third) {
        return "\n" + first + " 1. insert into orders values (?, 10)\n       INSERT, 1 row" + AT
                + "\n" + second + " 2. insert into lines\n     values (?, 'a'), (?, 'b')\n       INSERT, 2 rows" + AT
                + "\n" + third + " 3. select * from lines where order_id = ?\n       SELECT, 2 rows" + AT;
    }

    @Test
    void whatHoldsPasses() {
        placed().hasCount(3)
                .hasCountAtMost(3)
                .inserts(2)
                .selects(1)
                .updates(0)
                .deletes(0)
                .hasCount(StatementKind.DDL, 0)
                .touchesTable("LINES", 2)
                .touchesTable("orders")
                .touchesOnlyTables("orders", "lines")
                .containsSql("INSERT  into lines values")
                .doesNotContainSql("delete")
                .noneFailed()
                .noneRepeated();
        assertThatStatements(() -> db.read(sql -> sql.fetch("select 1")))
                .hasNoWrites()
                .areOnlyQueries();
    }

    @Test
    void aWrongCountListsAllStatements() {
        assertThat(failure(placed(), statements -> statements.hasCount(2)))
                .isEqualTo("Expected 2 statements, but 3 were sent:" + list(" ", " ", " "));
        assertThat(failure(assertThatStatements(() -> {}), statements -> statements.hasCount(1)))
                .isEqualTo("Expected 1 statement, but 0 were sent:\n  (none)");
    }

    @Test
    void aCountAboveTheLimitListsAllStatements() {
        assertThat(failure(placed(), statements -> statements.hasCountAtMost(1)))
                .isEqualTo("Expected at most 1 statement, but 3 were sent:" + list(" ", " ", " "));
    }

    @Test
    void aWrongCountOfAKindMarksThose() {
        assertThat(failure(placed(), statements -> statements.inserts(1)))
                .isEqualTo("Expected 1 statement of kind INSERT, but 2 were sent:" + list("*", "*", " "));
        assertThat(failure(placed(), statements -> statements.deletes(1)))
                .isEqualTo("Expected 1 statement of kind DELETE, but 0 were sent:" + list(" ", " ", " "));
    }

    @Test
    void writesAreMarked() {
        assertThat(failure(placed(), StatementsAssert::hasNoWrites))
                .isEqualTo("Expected no writes, but 2 of 3 write:" + list("*", "*", " "));
        assertThat(failure(placed(), StatementsAssert::areOnlyQueries))
                .isEqualTo("Expected queries only, but 2 of 3 are not:" + list("*", "*", " "));
    }

    @Test
    void aTableThatIsTouchedTooOftenMarksWhere() {
        assertThat(failure(placed(), statements -> statements.touchesTable("lines", 1)))
                .isEqualTo("Expected 1 statement naming table lines, but 2 were sent:" + list(" ", "*", "*"));
        assertThat(failure(placed(), statements -> statements.touchesOnlyTables("orders")))
                .isEqualTo("Expected no tables but orders, but 2 of 3 name others:" + list(" ", "*", "*"));
    }

    @Test
    void aMissingTableOrTextListsAllStatements() {
        assertThat(failure(placed(), statements -> statements.touchesTable("users")))
                .isEqualTo("Expected a statement naming table users, but none of 3 is one:" + list(" ", " ", " "));
        assertThat(failure(placed(), statements -> statements.containsSql("delete from")))
                .isEqualTo(
                        "Expected a statement containing 'delete from', but none of 3 is one:" + list(" ", " ", " "));
        assertThat(failure(placed(), statements -> statements.doesNotContainSql("ORDER_ID = ?")))
                .isEqualTo("Expected no statement containing 'ORDER_ID = ?', but 1 of 3 contain it:"
                        + list(" ", " ", "*"));
    }

    @Test
    void repeatedStatementsAndFailuresAreMarked() {
        String failing = failure(assertThatStatements(this::placeTwice), StatementsAssert::noneFailed);
        assertThat(failing)
                .isEqualTo("Expected no failures, but 1 of 4 failed:" + list(" ", " ", " ")
                        + "\n* 4. insert into orders values (?, 10)\n       INSERT, failed: DuplicateKeyException"
                        + AT);

        empty();
        String repeated = failure(assertThatStatements(this::placeTwice), StatementsAssert::noneRepeated);
        assertThat(repeated)
                .isEqualTo("Expected no statement twice, but 2 of 4 are repeated:" + list("*", " ", " ")
                        + "\n* 4. insert into orders values (?, 10)\n       INSERT, failed: DuplicateKeyException"
                        + AT);
    }

    @Test
    void theDescriptionStandsInFront() {
        assertThat(failure(
                        placed(),
                        statements -> statements.as("placing an order").hasCount(2)))
                .startsWith("[placing an order] Expected 2 statements, but 3 were sent:\n");
    }
}

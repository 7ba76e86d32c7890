package com.example.shop;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.dovetail.core.Database;
import dev.dovetail.core.LogLines;
import dev.dovetail.core.OpenDatabase;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In a package of an application, so that its lines are call sites. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
@Timeout(60)
class SlowStatementsTest extends OpenDatabase {

    private static final Duration EVERYTHING = Duration.ofNanos(1);

    private final LogLines log = new LogLines("dev.dovetail.slow", Level.WARN);

    SlowStatementsTest(TestDatabase database) {
        super(database);
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    private Database open(Duration slow, boolean plans) {
        return Database.open(database.url(), options -> options.slowQuery(slow).slowQueryPlans(plans));
    }

    private static void select(Database database, long id) {
        database.read(sql -> sql.selectFrom(ACCOUNTS).where(ID.eq(id)).fetch());
    }

    @Test
    void aSlowStatementIsLoggedWithItsLine() {
        insert(1, 1);
        try (Database slow = open(EVERYTHING, false)) {
            select(slow, 1);
            assertThat(slow.access().slowStatements()).isEqualTo(1);
        }

        assertThat(log.lines())
                .singleElement()
                .satisfies(
                        line -> assertThat(line.replaceAll("[\"`]", "").replaceAll("cast\\(\\? as \\w+\\)", "?"))
                                .matches(
                                        "(?s)\\[\\d+\\.\\d ms, 1 row\\] select \\* from accounts where id = \\?\n"
                                                + "  at com\\.example\\.shop\\.SlowStatementsTest\\.select\\(SlowStatementsTest\\.java:\\d+\\)"));
    }

    @Test
    void aFastOneIsNot() {
        try (Database fast = open(Duration.ofHours(1), true)) {
            select(fast, 1);
            assertThat(fast.access().slowStatements()).isZero();
        }

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void thePlanFollowsOnce() throws InterruptedException {
        try (Database slow = open(EVERYTHING, true)) {
            select(slow, 1);
            String plan = log.await(line -> line.startsWith("plan of "));
            select(slow, 2);
            select(slow, 3);

            assertThat(plan).contains("accounts").hasLineCount(plan.split("\n").length);
            assertThat(plan.lines().count()).isGreaterThan(1);
        }

        assertThat(log.lines()).filteredOn(line -> line.startsWith("plan of ")).hasSize(1);
        assertThat(log.lines()).filteredOn(line -> line.startsWith("[")).hasSize(3);
    }

    @Test
    void theStatementIsTheSameWhenThereIsNoPlan() {
        insert(1, 7);
        try (Database slow = open(EVERYTHING, true)) {
            // The plan is asked for on another connection, which does not see the table yet, or waits for it in vain.
            slow.transaction(sql -> {
                sql.execute("create table fresh (id integer)");
                return sql.execute("insert into fresh values (1)");
            });
            assertThat(slow.<Integer, RuntimeException>read(sql -> sql.fetchCount(ACCOUNTS)))
                    .isEqualTo(1);
            slow.transaction(sql -> sql.execute("drop table fresh"));
        }
    }

    @Test
    void writesGetAPlanAndAreNotRunAgain() throws InterruptedException {
        insert(1, 7);
        try (Database slow = open(EVERYTHING, true)) {
            slow.transaction(sql -> sql.update(ACCOUNTS)
                    .set(BALANCE, BALANCE.plus(1))
                    .where(ID.eq(1L))
                    .execute());
            log.await(line -> line.startsWith("plan of update "));
        }

        assertThat(db.<Long, RuntimeException>read(
                        sql -> sql.select(BALANCE).from(ACCOUNTS).fetchSingle(BALANCE)))
                .isEqualTo(8);
    }
}

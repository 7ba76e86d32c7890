package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import dev.dovetail.core.Database;
import dev.dovetail.core.DatabaseOptions;
import dev.dovetail.core.LogLines;
import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.DatabaseUrlException;
import dev.dovetail.core.error.RepeatedStatementException;
import dev.dovetail.core.statement.RepeatedStatements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In a package of an application, so that its lines are call sites. */
@OnEachDatabase
class RepeatedStatementsTest extends OpenDatabase {

    private final LogLines log = new LogLines(RepeatedStatements.LOGGER, Level.WARN);

    RepeatedStatementsTest(TestDatabase database) {
        super(database);
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    private Database open(RepeatedStatements reaction) {
        return Database.open(database.url(), options -> options.repeatedStatements(3, reaction));
    }

    private static void select(Database database, long id) {
        database.transaction(sql -> sql.selectFrom(ACCOUNTS).where(ID.eq(id)).fetch());
    }

    @Test
    void aLoopOfQueriesIsLoggedWhenItsTransactionEnds() {
        try (Database logging = open(RepeatedStatements.LOG)) {
            logging.transactor().run(() -> {
                for (int i = 0; i < 5; i++) {
                    select(logging, i);
                }
                assertThat(log.lines()).isEmpty();
            });
        }

        assertThat(log.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.replaceAll("[\"`]", ""))
                        .matches("sent 5 times in one transaction, which is more than 3, at com\\.example\\.shop\\."
                                + "RepeatedStatementsTest\\.select\\(RepeatedStatementsTest\\.java:\\d+\\):"
                                + " select \\* from accounts where id = \\?"));
    }

    @Test
    void asManyAsAllowedAndOtherTransactionsAreNot() {
        try (Database logging = open(RepeatedStatements.LOG)) {
            logging.transactor().run(() -> {
                for (int i = 0; i < 3; i++) {
                    select(logging, i);
                }
            });
            for (int i = 0; i < 5; i++) {
                select(logging, i);
            }
        }

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aLoopOfWritesIsLoggedButNotOneThatWritesManyRowsAtATime() {
        for (long id = 1; id <= 4; id++) {
            insert(id, 10);
        }
        try (Database logging = open(RepeatedStatements.LOG)) {
            logging.transactor().run(() -> {
                for (long id = 1; id <= 4; id++) {
                    long one = id;
                    logging.transaction(sql -> sql.update(ACCOUNTS)
                            .set(BALANCE, 1L)
                            .where(ID.eq(one))
                            .execute());
                    logging.transaction(
                            sql -> sql.update(ACCOUNTS).set(BALANCE, 2L).execute());
                    logging.transaction(sql -> sql.batch(
                                    sql.update(ACCOUNTS).set(BALANCE, 0L).where(OWNER.eq("")))
                            .bind(3L, "a")
                            .bind(4L, "b")
                            .execute());
                }
            });
        }

        assertThat(log.lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("sent 4 times").contains("id"));
    }

    @Test
    void theOneTooManyIsRefusedAndTheTransactionMayGoOn() {
        insert(1, 1);
        try (Database refusing = open(RepeatedStatements.REFUSE)) {
            refusing.transactor().run(() -> {
                List.of(1L, 2L, 3L).forEach(id -> select(refusing, id));
                assertThatThrownBy(() -> select(refusing, 4))
                        .isInstanceOf(RepeatedStatementException.class)
                        .hasMessageContaining("for the 4th time, and the limit is 3: select ")
                        .hasMessageContaining("At com.example.shop.RepeatedStatementsTest.select(")
                        .hasMessageContaining("DVT-462");
                refusing.transaction(
                        sql -> sql.update(ACCOUNTS).set(BALANCE, 9L).execute());
            });
        }

        assertThat(db.<Long, RuntimeException>read(
                        sql -> sql.select(BALANCE).from(ACCOUNTS).fetchSingle(BALANCE)))
                .isEqualTo(9);
    }

    @Test
    void aLimitIsPositive() {
        assertThatThrownBy(() -> Database.open(
                        database.url(),
                        (DatabaseOptions options) -> options.repeatedStatements(0, RepeatedStatements.LOG)))
                .isInstanceOf(DatabaseUrlException.class)
                .hasMessageContaining("repeatedStatements");
    }
}

package com.example.shop;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementRun;
import dev.dovetail.core.spi.StatementScope;
import dev.dovetail.core.statement.CallSite;
import dev.dovetail.core.statement.RecordedStatement;
import dev.dovetail.core.statement.StatementKind;
import dev.dovetail.core.statement.StatementRecording;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.core.transaction.TransactionalRunnable;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.Cursor;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In a package of an application, so that its lines are call sites. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class RecordedStatementTest extends OpenDatabase {

    RecordedStatementTest(TestDatabase database) {
        super(database);
    }

    private static <X extends Exception> RecordedStatement only(TransactionalRunnable<X> block) throws X {
        StatementRecording recording = Statements.during(block);
        assertThat(recording.statements()).hasSize(1);
        return recording.statements().get(0);
    }

    @Test
    void knowsWhatAnInsertDid() {
        RecordedStatement statement = only(() -> insert(1, 10));

        assertThat(statement.kind()).isEqualTo(StatementKind.INSERT);
        assertThat(statement.writes()).isTrue();
        assertThat(statement.tables()).containsExactly("accounts");
        assertThat(statement.rows()).isEqualTo(1);
        assertThat(statement.duration()).isPositive().isLessThan(Duration.ofMinutes(1));
        assertThat(statement.failure()).isNull();
    }

    @Test
    void knowsHowManyRowsAQueryReturned() {
        LongStream.rangeClosed(1, 3).forEach(id -> insert(id, id));

        RecordedStatement inside =
                only(() -> db.transaction(sql -> sql.selectFrom(ACCOUNTS).fetch()));
        RecordedStatement outside =
                only(() -> db.read(sql -> sql.select(ID).from(ACCOUNTS.as("a")).fetch()));
        RecordedStatement nothing = only(
                () -> db.read(sql -> sql.selectFrom(ACCOUNTS).where(ID.lt(0L)).fetch()));

        assertThat(inside.rows()).isEqualTo(3);
        assertThat(inside.writes()).isFalse();
        assertThat(outside.rows()).isEqualTo(3);
        assertThat(outside.tables()).containsExactly("accounts");
        assertThat(nothing.rows()).isZero();
    }

    @Test
    void aQueryThatIsStreamedEndsWithItsLastRow() {
        LongStream.rangeClosed(1, 3).forEach(id -> insert(id, id));
        List<Long> read = new ArrayList<>();

        RecordedStatement statement = only(() -> db.transaction(sql -> {
            try (Cursor<Record> cursor = sql.selectFrom(ACCOUNTS).fetchLazy()) {
                cursor.forEach(row -> read.add(row.get(ID)));
            }
            return read;
        }));

        assertThat(read).hasSize(3);
        assertThat(statement.rows()).isEqualTo(3);
        assertThat(statement.duration()).isNotNull();
    }

    @Test
    void knowsTheLineThatSentIt() {
        RecordedStatement statement = only(() -> db.read(sql -> sql.fetchCount(ACCOUNTS)));

        CallSite here = statement.callSite();
        assertThat(here).isNotNull();
        assertThat(here.className()).isEqualTo(RecordedStatementTest.class.getName());
        assertThat(here.method()).isEqualTo("knowsTheLineThatSentIt");
        assertThat(here.line()).isPositive();
        assertThat(here)
                .hasToString("com.example.shop.RecordedStatementTest.knowsTheLineThatSentIt(RecordedStatementTest.java:"
                        + here.line() + ")");
    }

    @Test
    void aFailedStatementIsThereWithItsFailure() {
        insert(1, 1);
        List<Throwable> thrown = new ArrayList<>();

        RecordedStatement statement = only(() -> {
            try {
                insert(1, 1);
            } catch (DuplicateKeyException failure) {
                thrown.add(failure);
            }
        });

        assertThat(statement.failure())
                .isInstanceOf(DuplicateKeyException.class)
                .isSameAs(thrown.get(0));
        assertThat(statement.rows()).isEqualTo(-1);
    }

    @Test
    void aRefusedStatementWasNotSent() {
        StatementRecording recording = Statements.during(() ->
                assertThatThrownBy(() -> db.read(sql -> sql.deleteFrom(ACCOUNTS).execute())));

        assertThat(recording.statements()).isEmpty();
    }

    @Test
    void aBatchIsOneStatement() {
        RecordedStatement statement = only(() -> db.transaction(
                sql -> sql.batch(sql.insertInto(ACCOUNTS, ID, OWNER, BALANCE).values(0L, "", 0L))
                        .bind(1L, "a", 1L)
                        .bind(2L, "b", 2L)
                        .execute()));

        assertThat(statement.kind()).isEqualTo(StatementKind.INSERT);
        assertThat(statement.rows()).isEqualTo(-1);
    }

    @Test
    void aBatchOfSeveralStatementsIsOneWithAllTheirRows() {
        insert(1, 1);
        RecordedStatement statement = only(() -> db.transaction(sql -> sql.batch(
                        sql.insertInto(ACCOUNTS, ID, OWNER, BALANCE).values(2L, "b", 2L),
                        sql.update(ACCOUNTS).set(BALANCE, 1L))
                .execute()));

        assertThat(statement.sql()).contains("insert into").contains(";\n").contains("update");
        assertThat(statement.rows()).isEqualTo(3);
    }

    @Test
    void bulkInsertsAreOneStatement() {
        RecordedStatement statement = only(() -> db.bulk()
                .insert(ACCOUNTS)
                .columns(ID, OWNER, BALANCE)
                .rows(Stream.of(1L, 2L, 3L), id -> dev.dovetail.core.bulk.BulkRow.row(id, "o" + id, id)));

        assertThat(statement.kind()).isIn(StatementKind.INSERT, StatementKind.COPY);
        assertThat(statement.tables()).containsExactly("accounts");
    }

    @Test
    void statementsByJdbcAreSeen() throws SQLException {
        insert(1, 5);
        RecordedStatement statement = only(() -> {
            try (StatementScope scope = db.access().reading()) {
                String text = "select * from accounts";
                StatementRun run = scope.start(new StatementInfo(false, Set.of("accounts"), true), text);
                try (Statement jdbc = scope.connection().createStatement()) {
                    jdbc.executeQuery(text).close();
                }
                run.succeeded(1);
            }
        });

        assertThat(statement.rows()).isEqualTo(1);
        assertThat(statement.duration()).isNotNull();
        assertThat(statement.callSite()).isNotNull();
    }

    @Test
    @Timeout(60)
    void otherThreadsAreNotSeen() throws InterruptedException {
        StatementRecording recording = Statements.during(() -> {
            Thread other = new Thread(this::count);
            other.start();
            other.join();
        });

        assertThat(recording.statements()).isEmpty();
    }
}

package dev.dovetail.core.bulk;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CheckFailedException;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementListener;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class BulkInsertTest extends OpenDatabase {

    BulkInsertTest(TestDatabase database) {
        super(database);
    }

    private BulkInsert<?> insertAccounts() {
        return db.bulk().insert(ACCOUNTS).columns(ID, OWNER, BALANCE);
    }

    @Test
    void insertsEveryRow() {
        long inserted = insertAccounts().rows(ids(2_500), id -> row(id, "owner " + id, id * 2));
        assertThat(inserted).isEqualTo(2_500);
        assertThat(count()).isEqualTo(2_500);
        assertThat(db.<Long, RuntimeException>read(sql ->
                        sql.select(BALANCE).from(ACCOUNTS).where(ID.eq(1_999L)).fetchSingle(BALANCE)))
                .isEqualTo(3_998);
    }

    @Test
    void noRowsAreNoRows() {
        assertThat(insertAccounts().rows(List.<Long>of(), id -> row(id, "", 0L)))
                .isZero();
        assertThat(count()).isZero();
    }

    @Test
    void keepsTextThatLooksLikeControlCharacters() {
        List<String> difficult = List.of(
                "tab\there",
                "line\nbreak",
                "return\rhere",
                "back\\slash",
                "\\N",
                "\\.",
                "'quote'",
                "\"double\"",
                "",
                "Žluťoučký кůň",
                "नमस्ते",
                "漢字",
                "𝄞 clef 👩‍👩‍👧",
                "a,b;c|d",
                "%s {} $1 ?");
        insertAccounts().rows(difficult, text -> row((long) difficult.indexOf(text), text, 1L));
        assertThat(db.<List<String>, RuntimeException>read(
                        sql -> sql.select(OWNER).from(ACCOUNTS).orderBy(ID).fetch(OWNER)))
                .isEqualTo(difficult);
    }

    @Test
    void widensNumbersAndRefusesToLoseAnything() {
        insertAccounts().rows(List.of(7), number -> row(number, "short", (short) 3));
        assertThat(count()).isEqualTo(1);
        assertThatThrownBy(() -> insertAccounts().rows(List.of(1.5), number -> row(8L, "b", number)))
                .isInstanceOf(BadBulkRowException.class)
                .hasMessageContaining("balance");
        assertThatThrownBy(() -> insertAccounts().rows(List.of("12"), text -> row(text, "c", 1L)))
                .isInstanceOf(BadBulkRowException.class)
                .hasMessageContaining("String")
                .hasMessageContaining("id");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aRowWithTheWrongNumberOfValuesIsNamedAndNothingIsInserted() {
        assertThatThrownBy(() -> insertAccounts()
                        .rows(ids(3_000), id -> id == 2_345 ? row(id, "x") : row(id, "owner " + id, 1L)))
                .isInstanceOfSatisfying(
                        BadBulkRowException.class,
                        bad -> assertThat(bad.rowIndex()).isEqualTo(2_345))
                .hasMessageContaining("2 values")
                .hasMessageContaining("3 columns");
        assertThat(count()).isZero();
    }

    @Test
    void aBrokenConstraintTakesBackEveryRow() {
        assertThatThrownBy(() -> insertAccounts().rows(ids(1_500), id -> row(id % 1_400, "owner " + id, 1L)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> insertAccounts().rows(ids(1_500), id -> row(id, "owner " + id, 1_000 - id)))
                .isInstanceOf(CheckFailedException.class);
        assertThat(count()).isZero();
    }

    @Test
    void anErrorInTheSourceTakesBackEveryRowAndLeavesTheConnectionUsable() {
        for (Throwable thrown : List.of(new IllegalStateException("source"), new StackOverflowError("source"))) {
            assertThatThrownBy(() -> insertAccounts().rows(ids(5_000), id -> {
                        if (id == 4_321) {
                            BulkInsertTest.<RuntimeException>sneak(thrown);
                        }
                        return row(id, "owner " + id, 1L);
                    }))
                    .isSameAs(thrown);
        }
        assertThat(count()).isZero();
        insertAccounts().rows(ids(10), id -> row(id, "owner " + id, 1L));
        assertThat(count()).isEqualTo(10);
    }

    @SuppressWarnings("unchecked") // throws whatever it is given
    private static <X extends Throwable> void sneak(Throwable thrown) throws X {
        throw (X) thrown;
    }

    @Test
    void joinsTheRunningTransaction() {
        assertThatThrownBy(() -> db.transaction(sql -> {
                    insertAccounts().rows(ids(1_200), id -> row(id, "owner " + id, 1L));
                    assertThat(sql.fetchCount(ACCOUNTS)).isEqualTo(1_200);
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");
        assertThat(count()).isZero();
    }

    @Test
    void isRefusedInAReadOnlyTransaction() {
        assertThatThrownBy(() ->
                        db.transactor().readOnly().run(() -> insertAccounts().rows(ids(1), id -> row(id, "owner", 1L))))
                .isInstanceOf(ReadOnlyException.class);
    }

    @Test
    void reportsProgressUpToTheEnd() {
        List<Long> reported = new ArrayList<>();
        insertAccounts().onProgress(reported::add).rows(ids(2_500), id -> row(id, "owner " + id, 1L));
        assertThat(reported).isSorted().startsWith(1_000L).endsWith(2_500L);
    }

    @Test
    void closesTheStreamAlsoAfterAFailure() {
        AtomicBoolean closed = new AtomicBoolean();
        Stream<Long> stream = Stream.of(1L, 1L).onClose(() -> closed.set(true));
        assertThatThrownBy(() -> insertAccounts().rows(stream, id -> row(id, "same", 1L)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(closed).isTrue();
    }

    @Test
    void isAnnouncedAndCountedLikeOtherStatements() {
        List<StatementInfo> heard = new ArrayList<>();
        db.access().addStatementListener(new StatementListener() {
            @Override
            public void beforeStatement(StatementInfo statement) {
                heard.add(statement);
            }

            @Override
            public void afterStatement(StatementInfo statement) {
                heard.add(statement);
            }
        });
        var recording = Statements.during(() -> insertAccounts().rows(ids(900), id -> row(id, "owner " + id, 1L)));
        assertThat(recording.count()).isEqualTo(1);
        StatementInfo expected = new StatementInfo(true, Set.of("accounts"), true);
        assertThat(heard).containsExactly(expected, expected);
        assertThat(recording.sql().get(0)).startsWithIgnoringCase(db.engine() == Engine.POSTGRESQL ? "copy" : "insert");
    }

    @Test
    void columnsAreCheckedBeforeAnythingRuns() {
        assertThatThrownBy(() -> db.bulk().insert(ACCOUNTS).rows(ids(1), id -> row(id)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("columns");
        assertThatThrownBy(() -> db.bulk().insert(ACCOUNTS).columns()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> db.bulk().insert(ACCOUNTS).columns(ID, ID))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("id");
    }

    private static Stream<Long> ids(int count) {
        return LongStream.range(0, count).boxed();
    }
}

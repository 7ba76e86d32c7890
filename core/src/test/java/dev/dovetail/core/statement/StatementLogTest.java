package dev.dovetail.core.statement;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import dev.dovetail.core.Database;
import dev.dovetail.core.LogLines;
import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.bulk.BulkRow;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.transaction.Isolation;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class StatementLogTest extends OpenDatabase {

    private final LogLines log = new LogLines(StatementLog.LOGGER, Level.INFO);

    StatementLogTest(TestDatabase database) {
        super(database);
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    private Database open(StatementLog level) {
        return Database.open(
                database.url(),
                options -> options.statementLog(level)
                        .secretValues(value -> value.toString().startsWith("secret")));
    }

    private List<String> statements() {
        return log.lines().stream()
                .map(line -> line.replaceFirst("^\\[\\d+\\.\\d ms", "[time")
                        .replaceAll("[\"`]", "")
                        .replaceAll("cast\\(\\? as \\w+(\\(\\d+\\))?\\)", "?"))
                .toList();
    }

    @Test
    void isOffByDefault() {
        insert(1, 1);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void showsTextTimeAndRowsButNoValues() {
        insert(1, 7);
        try (Database logged = open(StatementLog.SQL)) {
            logged.read(sql ->
                    sql.select(OWNER).from(ACCOUNTS).where(OWNER.ne("secret 1")).fetch());
        }

        assertThat(statements()).containsExactly("[time, 1 row] select owner from accounts where owner <> ?");
    }

    @Test
    void showsValuesWhenAskedButNeverSecretOnes() {
        try (Database logged = open(StatementLog.VALUES)) {
            logged.transaction(sql -> sql.insertInto(ACCOUNTS, ID, OWNER, BALANCE)
                    .values(1L, "secret 1", 5L)
                    .execute());
            logged.read(sql -> sql.select(ID)
                    .from(ACCOUNTS)
                    .where(OWNER.in("it's\nme", "x".repeat(200)))
                    .or(DSL.val(new byte[1204]).isNull())
                    .fetch());
        }

        assertThat(statements().stream().filter(line -> line.contains("accounts")))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).endsWith(" -- [1, '***', 5]".replace("'***'", "***")))
                .anySatisfy(line -> assertThat(line)
                        .endsWith(" -- ['it's\\nme', '" + "x".repeat(80) + "… (200 characters)', <1204 bytes>]"));
        assertThat(log.lines()).noneMatch(line -> line.contains("secret"));
    }

    @Test
    void showsTheFirstRowsOfABatchAndHowManyThereAre() {
        try (Database logged = open(StatementLog.VALUES)) {
            logged.transaction(sql -> {
                var batch =
                        sql.batch(sql.insertInto(ACCOUNTS, ID, OWNER, BALANCE).values((Long) null, null, null));
                for (long i = 1; i <= 100; i++) {
                    batch = batch.bind(i, i == 2 ? "secret" : "o" + i, 5L);
                }
                return batch.execute();
            });
            logged.transaction(sql -> sql.batch(
                            sql.update(ACCOUNTS).set(BALANCE, (Long) null).where(ID.eq((Long) null)))
                    .bind(7L, 1L)
                    .bind(8L, 2L)
                    .execute());
            logged.transaction(
                    sql -> sql.select(OWNER).from(ACCOUNTS).where(ID.eq(1L)).fetch());
        }

        assertThat(statements().stream().filter(line -> line.contains("accounts")))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("[time")
                        .contains("insert into accounts")
                        .endsWith(" -- [1, 'o1', 5], [2, ***, 5], [3, 'o3', 5], … 100 rows"))
                .anySatisfy(line -> assertThat(line).endsWith(" -- [7, 1], [8, 2]"))
                .anySatisfy(line -> assertThat(line).endsWith(" -- [1]"));
        assertThat(log.lines()).noneMatch(line -> line.contains("secret"));
    }

    @Test
    void showsTheFirstRowsOfABulkOperation() {
        try (Database logged = open(StatementLog.VALUES)) {
            logged.bulk()
                    .insert(ACCOUNTS)
                    .columns(ID, OWNER, BALANCE)
                    .rows(
                            LongStream.rangeClosed(1, 10).boxed().toList(),
                            i -> BulkRow.row(i, i == 2 ? "secret" : "o" + i, 5L));
            logged.bulk().delete(ACCOUNTS).key(ID).rows(List.of(1L, 2L), BulkRow::row);
        }

        assertThat(statements().stream().filter(line -> line.contains("accounts")))
                .anySatisfy(line -> assertThat(line).endsWith(" -- [1, 'o1', 5], [2, ***, 5], [3, 'o3', 5], … 10 rows"))
                .anySatisfy(line -> assertThat(line).endsWith(" -- [1], [2]"));
        assertThat(log.lines()).noneMatch(line -> line.contains("secret"));
    }

    @Test
    void aFailedStatementIsShownWithoutWhatTheDatabaseSaid() {
        insert(1, 1);
        try (Database logged = open(StatementLog.SQL)) {
            assertThatThrownBy(() -> logged.transaction(sql -> sql.insertInto(ACCOUNTS, ID, OWNER, BALANCE)
                            .values(1L, "secret 2", 5L)
                            .execute()))
                    .isInstanceOf(DuplicateKeyException.class);
        }

        assertThat(statements())
                .contains(
                        "[time, failed: DuplicateKeyException] insert into accounts (id, owner, balance) values (?, ?, ?)");
        assertThat(log.lines()).noneMatch(line -> line.contains("secret"));
    }

    @Test
    void aStatementOfAnyLengthIsCut() {
        try (Database logged = open(StatementLog.SQL)) {
            logged.read(sql -> sql.fetch("select 1 /* " + "x".repeat(20_000) + " */"));
        }

        assertThat(log.lines()).hasSize(1);
        assertThat(log.lines().get(0)).hasSizeLessThan(10_100).endsWith("… (20015 characters)");
    }

    @Test
    void showsWhereTransactionsAndSavepointsBeginAndEnd() {
        insert(1, 1);
        try (Database logged = open(StatementLog.SQL)) {
            Transactor tx = logged.transactor();
            tx.run(() -> {
                tx.nested().run(() -> {});
                assertThatThrownBy(() -> tx.nested().run(() -> {
                            throw new IllegalStateException("inner");
                        }))
                        .hasMessage("inner");
            });
            assertThatThrownBy(() -> tx.readOnly()
                            .isolation(Isolation.SERIALIZABLE)
                            .run(() -> {
                                throw new IllegalStateException("outer");
                            }))
                    .hasMessage("outer");
        }

        assertThat(log.lines().stream().map(line -> line.replaceFirst("took .* ms", "took time")))
                .containsExactly(
                        "begin",
                        "savepoint",
                        "release savepoint",
                        "savepoint",
                        "rollback to savepoint",
                        "commit [transaction took time]",
                        "begin read only isolation SERIALIZABLE",
                        "rollback [transaction took time]");
    }
}

package dev.dovetail.core.bulk;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CheckFailedException;
import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.core.error.ConstraintViolation;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.MissingParentException;
import dev.dovetail.core.error.NullValueException;
import dev.dovetail.core.error.RefusedRow;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the engine says, the exception tells which row it was, by index and key, and no other value of it. */
@Timeout(60)
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class RefusedRowTest extends OpenDatabase {

    private static final Table<Record> ENTRIES = DSL.table(DSL.name("entries"));
    private static final Field<Long> NUMBER = DSL.field(DSL.name("number"), SQLDataType.BIGINT.notNull());
    private static final Field<Long> ACCOUNT = DSL.field(DSL.name("account_id"), SQLDataType.BIGINT);
    private static final Field<Long> BEFORE = DSL.field(DSL.name("before"), SQLDataType.BIGINT);
    private static final Field<String> SECRET = DSL.field(DSL.name("secret"), SQLDataType.VARCHAR(20));

    private static final int ROWS = 3_500;
    private static final long BAD = 2_345;

    RefusedRowTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void entries() {
        db.transaction(sql -> {
            sql.dropTableIfExists(ENTRIES).execute();
            return sql.createTable(ENTRIES)
                    .columns(NUMBER, ACCOUNT, BEFORE, SECRET)
                    .constraints(
                            DSL.constraint(DSL.name("pk_entries")).primaryKey(NUMBER),
                            DSL.constraint(DSL.name("ck_entries_secret_length"))
                                    .check(DSL.length(SECRET).le(20)),
                            DSL.constraint(DSL.name("fk_entries_accounts"))
                                    .foreignKey(ACCOUNT)
                                    .references(ACCOUNTS, ID),
                            DSL.constraint(DSL.name("fk_entries_before"))
                                    .foreignKey(BEFORE)
                                    .references(ENTRIES, NUMBER))
                    .execute();
        });
        insert(1, 10);
    }

    @AfterEach
    void noEntries() {
        db.transaction(sql -> sql.dropTable(ENTRIES).execute());
    }

    private static Stream<Long> numbers() {
        return LongStream.range(0, ROWS).boxed();
    }

    /** MariaDB says the name of a unique key only, H2 calls a primary key by another name. */
    private boolean namesColumns() {
        return db.engine() == Engine.SQLITE || db.engine() == Engine.POSTGRESQL;
    }

    private BulkInsert<?> accounts() {
        return db.bulk().insert(ACCOUNTS).columns(ID, OWNER, BALANCE);
    }

    private RefusedRow refused(Throwable failure, Class<? extends Throwable> type, String... contents) {
        assertThat(failure).isInstanceOf(type).hasMessageContaining("row " + BAD);
        for (String content : contents) {
            assertThat(failure).hasMessageContaining(content);
        }
        assertThat(failure.getMessage()).doesNotContain("hunter");
        RefusedRow row = ((ConstraintViolation) failure).details().row();
        assertThat(row).isNotNull();
        assertThat(row.index()).isEqualTo(BAD);
        assertThat(count()).isEqualTo(1);
        return row;
    }

    @Test
    void anInsertOfADuplicateKey() {
        Throwable failure =
                catchThrowable(() -> accounts().rows(numbers(), n -> row(n == BAD ? 20L : n + 10, "hunter " + n, 1L)));
        RefusedRow row = refused(failure, DuplicateKeyException.class);
        if (namesColumns()) {
            assertThat(row.key()).isEqualTo(Map.of("id", "20"));
        }
    }

    @Test
    void anInsertOfNull() {
        Throwable failure =
                catchThrowable(() -> accounts().rows(numbers(), n -> row(n + 10, n == BAD ? null : "hunter " + n, 1L)));
        refused(failure, NullValueException.class, "owner");
    }

    @Test
    void anInsertThatFailsACheck() {
        Throwable failure =
                catchThrowable(() -> accounts().rows(numbers(), n -> row(n + 10, "hunter " + n, n == BAD ? -1L : n)));
        refused(failure, CheckFailedException.class, "ck_accounts_balance");
    }

    @Test
    void anInsertWithoutItsParent() {
        Throwable failure = catchThrowable(() -> db.bulk()
                .insert(ENTRIES)
                .columns(NUMBER, ACCOUNT, SECRET)
                .rows(
                        numbers(),
                        n -> row(n, n == BAD ? Long.valueOf(99) : n % 2 == 0 ? Long.valueOf(1) : null, "hunter")));
        RefusedRow row = refused(failure, MissingParentException.class, "entries");
        if (db.engine() != Engine.H2) {
            assertThat(row.key()).isEqualTo(Map.of("account_id", "99"));
        }
    }

    @Test
    void anInsertWhoseRowsPointToEachOther() {
        long rows = db.bulk()
                .insert(ENTRIES)
                .columns(NUMBER, BEFORE)
                .rows(numbers(), n -> row(n, n == 0 ? null : Long.valueOf(n - 1)));
        assertThat(rows).isEqualTo(ROWS);
    }

    @Test
    void anInsertOfTextThatIsTooLong() {
        Throwable failure = catchThrowable(() -> db.bulk()
                .insert(ENTRIES)
                .columns(NUMBER, SECRET)
                .rows(numbers(), n -> row(n, n == BAD ? "hunter".repeat(4) : "hunter")));
        refused(failure, ValueTooLongException.class);
    }

    @Test
    void anUpsertThatBreaksAnotherKey() {
        Throwable failure = catchThrowable(() -> accounts()
                .onConflict(ID)
                .update(BALANCE)
                .rows(numbers(), n -> row(n + 10, n == BAD ? "owner 1" : "hunter " + n, 1L)));
        RefusedRow row = refused(failure, DuplicateKeyException.class);
        assertThat(row.key()).containsEntry("id", String.valueOf(BAD + 10));
    }

    @Test
    void anUpdateThatFailsACheck() {
        db.transactor().run(() -> accounts().rows(numbers(), n -> row(n + 10, "hunter " + n, n)));
        Throwable failure = catchThrowable(() -> db.bulk()
                .update(ACCOUNTS)
                .key(ID)
                .set(BALANCE)
                .rows(numbers(), n -> row(n + 10, n == BAD ? -1L : n + 1)));
        assertThat(failure).isInstanceOf(CheckFailedException.class).hasMessageContaining("row 2345 (id = 2355)");
    }

    @Test
    void aDeleteOfAParent() {
        db.transactor().run(() -> {
            accounts().rows(numbers(), n -> row(n + 10, "hunter " + n, n));
            db.bulk().insert(ENTRIES).columns(NUMBER, ACCOUNT).rows(Stream.of(BAD + 10), n -> row(1L, n));
        });
        Throwable failure =
                catchThrowable(() -> db.bulk().delete(ACCOUNTS).key(ID).rows(numbers(), n -> row(n + 10)));
        assertThat(failure).isInstanceOf(ChildExistsException.class).hasMessageContaining("row 2345 (id = 2355)");
    }

    @Test
    void theRestOfTheTransactionGoesOnIfItWasNested() {
        db.transaction(sql -> {
            Throwable failure = catchThrowable(() -> db.transactor()
                    .nested()
                    .run(() -> accounts().rows(numbers(), n -> row(n == BAD ? 20L : n + 10, "hunter " + n, 1L))));
            assertThat(failure).isInstanceOf(DuplicateKeyException.class);
            return accounts().rows(Stream.of(5L), n -> row(n, "five", 5L));
        });
        assertThat(count()).isEqualTo(2);
    }
}

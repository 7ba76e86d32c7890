package dev.dovetail.core.query;

import static dev.dovetail.core.query.Mappings.mapping;
import static dev.dovetail.core.query.Mappings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.bulk.BulkRow;
import dev.dovetail.core.error.StatementFailedException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.spi.StatementScope;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class StreamTest extends OpenDatabase {

    /** More than one fetch of the cursors. */
    private static final int ROWS = 2_500;

    StreamTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void rows() {
        db.bulk()
                .insert(ACCOUNTS)
                .columns(ID, OWNER, BALANCE)
                .rows(LongStream.range(0, ROWS).boxed().toList(), id -> BulkRow.row(id, "owner " + id, id));
    }

    private CompiledQuery<Long> all() {
        return db.compile(sql -> sql.select(ID).from(ACCOUNTS).orderBy(ID), value());
    }

    @Test
    void givesEveryRowInOrder() {
        List<Long> seen = new ArrayList<>();
        all().forEach(seen::add);
        assertThat(seen).isEqualTo(all().list()).hasSize(ROWS);
        assertThat(all().<Long, RuntimeException>stream(Stream::count)).isEqualTo(ROWS);
        long sum = db.transactor()
                .call(() -> all().<Long, RuntimeException>stream(
                        rows -> rows.mapToLong(id -> id).sum()));
        assertThat(sum).isEqualTo((long) ROWS * (ROWS - 1) / 2);
    }

    @Test
    void streamsJooqQueriesAsTheirRecords() {
        String owners = db.stream(
                sql -> sql.select(ID, OWNER).from(ACCOUNTS).where(ID.lt(3L)).orderBy(ID),
                rows -> rows.map(row -> row.value2()).reduce("", String::concat));
        assertThat(owners).isEqualTo("owner 0owner 1owner 2");
    }

    @Test
    void whatTheConsumerThrowsReachesTheCallerAndEverythingIsClosed() {
        assertThatThrownBy(() -> all().forEach(id -> {
                    if (id == 1_200) {
                        throw new IOException("enough");
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("enough");
        assertThatThrownBy(() -> all().stream(rows -> {
                    assertThat(rows.findFirst()).isPresent();
                    throw new AssertionError("an error, too");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(db.pool().active()).isZero();
        db.transactor().run(() -> {
            assertThatThrownBy(() -> all().forEach(id -> {
                        throw new IOException("caught inside");
                    }))
                    .isInstanceOf(IOException.class);
            db.transaction(sql -> sql.deleteFrom(ACCOUNTS).where(ID.eq(0L)).execute());
        });
        assertThat(count()).isEqualTo(ROWS - 1);
    }

    @Test
    void whatIsNotReadToItsEndLeavesTheConnectionUsable() {
        for (int i = 0; i < 30; i++) {
            assertThat(all().<Long, RuntimeException>stream(
                            rows -> rows.skip(3).findFirst().orElseThrow()))
                    .isEqualTo(3);
        }
        assertThat(all().first()).hasValue(0L);
        assertThat(count()).isEqualTo(ROWS);
    }

    @Test
    void theConnectionGoesBackInAutocommitMode() throws SQLException {
        all().forEach(id -> {});
        try (StatementScope scope = db.access().reading()) {
            // The driver's own connection, which the pool does not ask.
            assertThat(scope.connection().unwrap(Connection.class).getAutoCommit())
                    .isTrue();
        }
    }

    @Test
    void aStreamKeptForLaterSaysSo() {
        Stream<Long> kept = all().stream(rows -> rows.map(id -> id + 1));
        assertThatThrownBy(kept::toList).isInstanceOf(IllegalStateException.class);
        Iterator<Long> iterator = all().stream(Stream::iterator);
        assertThatThrownBy(iterator::hasNext)
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("after the block")
                .hasMessageContaining("DVT-415");
    }

    @Test
    void aStreamOnOtherThreadsSaysSo() throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        all().<Boolean, InterruptedException>stream(rows -> {
            Iterator<Long> iterator = rows.iterator();
            Thread other = new Thread(() -> {
                try {
                    iterator.next();
                } catch (QueryException expected) {
                    failures.add(expected);
                }
            });
            other.start();
            other.join();
            return true;
        });
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("not that of its connection"));
    }

    @Test
    void aFailureWhileReadingIsTypedAndDooms() {
        CompiledQuery<Long> failing =
                db.compile(sql -> sql.resultQuery(failsAtItsEnd()).coerce(DSL.field("n", Long.class)), value());
        assertThatThrownBy(() -> failing.forEach(n -> {})).isInstanceOf(StatementFailedException.class);
        assertThatThrownBy(() -> db.transactor().run(() -> {
                    assertThatThrownBy(() -> failing.stream(Stream::count))
                            .isInstanceOf(StatementFailedException.class);
                    insert(ROWS + 1, 1);
                }))
                .isInstanceOf(TransactionDoomedException.class);
        assertThat(count()).isEqualTo(ROWS);
    }

    /** The last row cannot be computed. */
    private String failsAtItsEnd() {
        return switch (db.engine()) {
            case SQLITE ->
                "select case when id = 2499 then abs(-9223372036854775807 - 1) else id end from accounts"
                        + " order by id";
            case POSTGRESQL, H2 -> "select 1 / (2499 - id) from accounts order by id";
            case MARIADB, MYSQL ->
                "select case when id = 2499 then 9223372036854775807 + id else id end from accounts" + " order by id";
        };
    }

    @Test
    void theDatabaseMayBeUsedWhileRowsAreRead() {
        CompiledQuery<String> byId =
                db.compile(sql -> sql.select(OWNER).from(ACCOUNTS).where(ID.eq(DSL.param("id", Long.class))), value());
        List<String> outside = new ArrayList<>();
        all().forEach(id -> {
            if (id % 500 == 0) {
                outside.add(byId.bind("id", id).one());
                db.transaction(sql ->
                        sql.update(ACCOUNTS).set(BALANCE, 7L).where(ID.eq(id)).execute());
            }
        });
        assertThat(outside).containsExactly("owner 0", "owner 500", "owner 1000", "owner 1500", "owner 2000");
        List<Long> inside = new ArrayList<>();
        db.transactor()
                .run(() -> all().forEach(id -> {
                    inside.add(id);
                    if (id % 500 == 0) {
                        assertThat(byId.bind("id", id).one()).isEqualTo("owner " + id);
                    }
                }));
        assertThat(inside).hasSize(ROWS);
    }

    @Test
    void theSameQueryMayRunInsideItsOwnStream() {
        CompiledQuery<Long> firstTwo =
                db.compile(sql -> sql.select(ID).from(ACCOUNTS).where(ID.lt(2L)).orderBy(ID), mapping(id -> id));
        List<Long> seen = new ArrayList<>();
        db.transactor().run(() -> firstTwo.forEach(outer -> firstTwo.forEach(inner -> seen.add(outer * 10 + inner))));
        assertThat(seen).containsExactly(0L, 1L, 10L, 11L);
    }

    @Test
    void seesOneStateOutsideOfATransaction() {
        List<Long> seen = new ArrayList<>();
        try (Database other = Database.open(database.url())) {
            all().forEach(id -> {
                seen.add(id);
                if (id == 10) {
                    other.transaction(
                            sql -> sql.deleteFrom(ACCOUNTS).where(ID.gt(1_000L)).execute());
                }
            });
        }
        assertThat(seen).hasSize(ROWS);
    }
}

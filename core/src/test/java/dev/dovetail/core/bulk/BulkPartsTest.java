package dev.dovetail.core.bulk;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.CheckFailedException;
import dev.dovetail.core.error.ConflictingOptionException;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Committing in parts, and going on after what is committed. */
@Timeout(60)
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class BulkPartsTest extends OpenDatabase {

    private static final BulkCheckpoint CHECKPOINT = BulkCheckpoint.named("accounts of 2026");

    BulkPartsTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void checkpoints() {
        db.transaction(sql -> {
            sql.dropTableIfExists("bulk_checkpoints").execute();
            return sql.execute("create table bulk_checkpoints"
                    + " (name varchar(100) not null primary key, rows_committed bigint not null)");
        });
    }

    private BulkInsert<?> accounts() {
        return db.bulk().insert(ACCOUNTS).columns(ID, OWNER, BALANCE);
    }

    private static Stream<Long> ids(long to) {
        return LongStream.range(0, to).boxed();
    }

    @Test
    void keepsTheCommittedPartsAndSaysHowManyRowsTheyHave() {
        Throwable failure = catchThrowable(() ->
                accounts().committingEvery(700).rows(ids(3_000), id -> row(id, "owner " + id, id == 2_500 ? -1L : 1L)));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        CheckFailedException.class,
                        refused -> assertThat(refused.details().row().index()).isEqualTo(2_500));
        assertThat(failure.getSuppressed())
                .singleElement()
                .isInstanceOfSatisfying(
                        BulkPartlyCommittedException.class,
                        partly -> assertThat(partly.rowsCommitted()).isEqualTo(2_100));
        assertThat(count()).isEqualTo(2_100);
    }

    @Test
    void goesOnAfterTheCommittedRows() {
        BulkInsert<?> resumable = accounts().committingEvery(700, CHECKPOINT);
        List<Long> made = new ArrayList<>();
        assertThat(db.bulk().rowsCommitted(CHECKPOINT)).isZero();
        assertThatThrownBy(() -> resumable.rows(ids(3_000), id -> {
                    if (id == 2_500) {
                        throw new IllegalStateException("the source broke");
                    }
                    return row(id, "owner " + id, 1L);
                }))
                .hasMessage("the source broke");
        assertThat(db.bulk().rowsCommitted(CHECKPOINT)).isEqualTo(2_100);
        long more = resumable.rows(ids(3_000), id -> {
            made.add(id);
            return row(id, "owner " + id, 1L);
        });
        assertThat(more).isEqualTo(900);
        assertThat(made).startsWith(2_100L).hasSize(900);
        assertThat(count()).isEqualTo(3_000);
        assertThat(resumable.rows(ids(3_000), id -> row(id, "again", 1L))).isZero();
        assertThat(db.bulk().rowsCommitted(CHECKPOINT)).isEqualTo(3_000);
    }

    @Test
    void theRowIndexCountsTheSkippedRows() {
        BulkInsert<?> resumable = accounts().committingEvery(100, CHECKPOINT);
        assertThatThrownBy(() -> resumable.rows(ids(300), id -> row(id, "owner " + id, id == 250 ? -1L : 1L)))
                .isInstanceOf(CheckFailedException.class);
        assertThatThrownBy(() -> resumable.rows(ids(300), id -> row(id, "owner " + id, id == 250 ? -1L : 1L)))
                .isInstanceOfSatisfying(
                        CheckFailedException.class,
                        refused -> assertThat(refused.details().row().index()).isEqualTo(250));
    }

    @Test
    void updatesDeletesAndUpsertsCommitInParts() {
        accounts().onConflict(ID).update(BALANCE).committingEvery(10).rows(ids(25), id -> row(id, "o" + id, 1L));
        db.bulk().update(ACCOUNTS).key(ID).set(BALANCE).committingEvery(10).rows(ids(25), id -> row(id, 2L));
        assertThat(db.bulk()
                        .delete(ACCOUNTS)
                        .key(ID)
                        .committingEvery(10, CHECKPOINT)
                        .rows(ids(25), BulkRow::row))
                .isEqualTo(25);
        assertThat(db.bulk().rowsCommitted(CHECKPOINT)).isEqualTo(25);
        assertThat(count()).isZero();
    }

    @Test
    void aSecondRunAtTheSameTimeIsRefused() {
        BulkInsert<?> first = accounts().committingEvery(10, CHECKPOINT);
        assertThatThrownBy(() -> first.rows(ids(100), id -> {
                    if (id == 55) {
                        // As another process would have done it in the meantime.
                        db.transactor()
                                .run(() -> db.access()
                                        .sql()
                                        .update(BulkCheckpoint.named("x").table())
                                        .set(BulkCheckpoint.ROWS_COMMITTED, 70L)
                                        .execute());
                    }
                    return row(id, "owner " + id, 1L);
                }))
                .isInstanceOf(TransientConflictException.class)
                .hasMessageContaining("accounts of 2026")
                .hasMessageContaining("twice");
        assertThat(count()).isEqualTo(50);
    }

    @Test
    void cannotCommitInsideOfARunningTransaction() {
        assertThatThrownBy(() -> db.transaction(sql ->
                        accounts().committingEvery(10).rows(ids(25), id -> row(id, "owner " + id, 1L))))
                .isInstanceOf(ConflictingOptionException.class)
                .hasMessageContaining("accounts");
        assertThat(count()).isZero();
    }

    @Test
    void badOptionsAreRefused() {
        assertThatThrownBy(() -> accounts().committingEvery(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BulkCheckpoint.named(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BulkCheckpoint.named("x".repeat(101))).isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.dovetail.core.bulk;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.ConflictingOptionException;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class BulkUpdateDeleteTest extends OpenDatabase {

    BulkUpdateDeleteTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        db.bulk().insert(ACCOUNTS).columns(ID, OWNER, BALANCE).rows(ids(0, 3_000), id -> row(id, "owner " + id, id));
    }

    private static Stream<Long> ids(long from, long to) {
        return LongStream.range(from, to).boxed();
    }

    private Map<Long, Long> balances() {
        return db.read(sql -> sql.select(ID, BALANCE).from(ACCOUNTS).fetchMap(ID, BALANCE));
    }

    @Test
    void updatesTheRowOfEachKeyAndCountsThoseThatItFound() {
        long found = db.bulk().update(ACCOUNTS).key(ID).set(BALANCE).rows(ids(1_000, 4_000), id -> row(id, id * 10));
        assertThat(found).isEqualTo(2_000);
        Map<Long, Long> balances = balances();
        assertThat(balances).hasSize(3_000).containsEntry(999L, 999L).containsEntry(1_000L, 10_000L);
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(LongStream.range(0, 3_000)
                        .map(id -> id < 1_000 ? id : id * 10)
                        .sum());
    }

    @Test
    void findsRowsByTextAndBySeveralColumns() {
        long found = db.bulk()
                .update(ACCOUNTS)
                .key(OWNER, ID)
                .set(BALANCE)
                .rows(List.of(1L, 2L), id -> row("owner 2", id, 77L));
        assertThat(found).isEqualTo(1);
        assertThat(balances()).containsEntry(1L, 1L).containsEntry(2L, 77L);
        db.bulk().update(ACCOUNTS).key(OWNER).set(BALANCE).rows(List.of(5L), id -> row("owner " + id, 55L));
        assertThat(balances()).containsEntry(5L, 55L);
    }

    @Test
    void ofSeveralRowsWithOneKeyTheLastOneWins() {
        db.bulk()
                .update(ACCOUNTS)
                .key(ID)
                .set(BALANCE)
                .rows(LongStream.range(0, 2_500).boxed(), n -> row(n % 3, n));
        assertThat(balances())
                .containsEntry(0L, 2_499L)
                .containsEntry(1L, 2_497L)
                .containsEntry(2L, 2_498L);
    }

    @Test
    void nullFindsNothingAndIsRefusedAsAKey() {
        assertThatThrownBy(() -> db.bulk()
                        .update(ACCOUNTS)
                        .key(ID)
                        .set(BALANCE)
                        .rows(List.of(1L, 2L), id -> row(id == 2 ? null : id, 0L)))
                .isInstanceOfSatisfying(
                        BadBulkRowException.class,
                        bad -> assertThat(bad.rowIndex()).isEqualTo(1))
                .hasMessageContaining("key column id");
        assertThat(balances()).containsEntry(1L, 1L);
    }

    @Test
    void deletesTheRowOfEachKey() {
        long deleted = db.bulk().delete(ACCOUNTS).key(ID).rows(ids(1_500, 5_000), BulkRow::row);
        assertThat(deleted).isEqualTo(1_500);
        assertThat(balances()).hasSize(1_500).containsKey(1_499L).doesNotContainKey(1_500L);
        deleted = db.bulk().delete(ACCOUNTS).key(ID, OWNER).rows(List.of(1L, 1L, 2L), id -> row(id, "owner 1"));
        assertThat(deleted).isEqualTo(1);
        assertThat(balances()).hasSize(1_499).doesNotContainKey(1L);
    }

    @Test
    void deletesByConditionInChunksAsOneTransaction() {
        List<Long> reported = new ArrayList<>();
        long deleted = db.bulk()
                .delete(ACCOUNTS)
                .where(BALANCE.lt(2_500L))
                .onProgress(reported::add)
                .execute();
        assertThat(deleted).isEqualTo(2_500);
        assertThat(reported).containsExactly(1_000L, 2_000L, 2_500L);
        assertThat(count()).isEqualTo(500);
        assertThatThrownBy(() -> db.bulk()
                        .delete(ACCOUNTS)
                        .where(BALANCE.ge(0L))
                        .onProgress(rows -> {
                            throw new IllegalStateException("stop");
                        })
                        .execute())
                .hasMessage("stop");
        assertThat(count()).isEqualTo(500);
    }

    @Test
    void deletesByConditionAndKeepsWhatWasCommitted() {
        assertThatThrownBy(() -> db.bulk()
                        .delete(ACCOUNTS)
                        .where(BALANCE.ge(0L))
                        .committingEvery(700)
                        .onProgress(rows -> {
                            if (rows > 1_000) {
                                throw new IllegalStateException("stop");
                            }
                        })
                        .execute())
                .hasMessage("stop");
        assertThat(count()).isEqualTo(1_600);
        assertThatThrownBy(() -> db.transaction(sql -> db.bulk()
                        .delete(ACCOUNTS)
                        .where(BALANCE.ge(0L))
                        .committingEvery(700)
                        .execute()))
                .isInstanceOf(ConflictingOptionException.class);
        assertThat(count()).isEqualTo(1_600);
    }

    @Test
    void aThousandKeysAreOneStatement() {
        var update = Statements.during(() -> db.transaction(
                sql -> db.bulk().update(ACCOUNTS).key(ID).set(BALANCE).rows(ids(0, 1_000), id -> row(id, 0L))));
        assertThat(update.statements().stream()
                        .filter(statement -> statement.sql().startsWith("update")))
                .hasSize(1);
        var delete = Statements.during(() -> db.bulk().delete(ACCOUNTS).key(ID).rows(ids(0, 1_000), BulkRow::row));
        assertThat(delete.statements().stream()
                        .filter(statement -> statement.sql().startsWith("delete")))
                .hasSize(1);
        assertThat(count()).isEqualTo(2_000);
    }

    @Test
    void whatIsMissingIsSaidBeforeAnythingRuns() {
        assertThatThrownBy(() -> db.bulk().update(ACCOUNTS).key(ID).rows(List.of(1L), BulkRow::row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("set(…)");
        assertThatThrownBy(() -> db.bulk().delete(ACCOUNTS).rows(List.of(1L), BulkRow::row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key(…)");
        assertThatThrownBy(() -> db.bulk().update(ACCOUNTS).key(ID).set(ID).rows(List.of(1L), BulkRow::row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }
}

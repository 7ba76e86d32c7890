package dev.dovetail.core.bulk;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.StatementFailedException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jooq.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class BulkUpsertTest extends OpenDatabase {

    BulkUpsertTest(TestDatabase database) {
        super(database);
    }

    private BulkInsert<?> upsert() {
        return insert().onConflict(ID).update(BALANCE);
    }

    private BulkInsert<?> insert() {
        return db.bulk().insert(ACCOUNTS).columns(ID, OWNER, BALANCE);
    }

    private Map<Long, String> stored() {
        Map<Long, String> rows = new TreeMap<>();
        db.read(sql -> sql.select(ID, OWNER, BALANCE).from(ACCOUNTS).fetch())
                .forEach(row -> rows.put(row.value1(), row.value2() + "=" + row.value3()));
        return rows;
    }

    @Test
    void insertsWhatIsNewAndUpdatesOnlyTheNamedColumnsOfTheRest() {
        insert(1, 10);
        insert(2, 20);
        long rows = upsert().rows(List.of(2L, 3L), id -> row(id, "new " + id, id * 100));
        assertThat(rows).isEqualTo(2);
        assertThat(stored()).isEqualTo(Map.of(1L, "owner 1=10", 2L, "owner 2=200", 3L, "new 3=300"));
    }

    @Test
    void leavesExistingRowsAloneAndCountsTheNewOnes() {
        insert(1, 10);
        long rows = insert().onConflict(ID).doNothing().rows(List.of(1L, 2L, 3L), id -> row(id, "new " + id, id * 100));
        assertThat(rows).isEqualTo(2);
        assertThat(stored()).isEqualTo(Map.of(1L, "owner 1=10", 2L, "new 2=200", 3L, "new 3=300"));
    }

    @Test
    void ofSeveralRowsWithOneKeyTheLastUpdateWinsAsIfTheyCameOneByOne() {
        insert(1, 10);
        upsert().rows(List.of(11L, 12L, 13L, 14L), n -> row(n % 2, "given " + n, n));
        assertThat(stored()).isEqualTo(Map.of(0L, "given 12=14", 1L, "owner 1=13"));
    }

    @Test
    void ofSeveralRowsWithOneKeyTheFirstInsertWins() {
        long rows =
                insert().onConflict(ID).doNothing().rows(List.of(11L, 12L, 13L, 14L), n -> row(n % 2, "given " + n, n));
        assertThat(rows).isEqualTo(2);
        assertThat(stored()).isEqualTo(Map.of(0L, "given 12=12", 1L, "given 11=11"));
    }

    @Test
    void aConflictOnAnotherKeyIsStillAnError() {
        insert(1, 10);
        assertThatThrownBy(() -> upsert().rows(List.of(2L), id -> row(id, "owner 1", 5L)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> insert().onConflict(ID).doNothing().rows(List.of(2L), id -> row(id, "owner 1", 5L)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(stored()).isEqualTo(Map.of(1L, "owner 1=10"));
    }

    @Test
    void theKeyMayBeAnyUniqueKey() {
        insert(1, 10);
        insert().onConflict(OWNER).update(BALANCE).rows(List.of(9L), id -> row(id, "owner 1", 77L));
        assertThat(stored()).isEqualTo(Map.of(1L, "owner 1=77"));
    }

    @Test
    void columnsThatAreNoKeyAreRefused() {
        insert(1, 10);
        for (List<Field<?>> columns : List.<List<Field<?>>>of(List.of(BALANCE), List.of(ID, OWNER))) {
            Field<?>[] key = columns.toArray(new Field<?>[0]);
            assertThatThrownBy(() -> insert().onConflict(key).doNothing().rows(List.of(2L), id -> row(id, "new", 10L)))
                    .as(columns.toString())
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("accounts");
            assertThatThrownBy(
                            () -> insert().onConflict(key).update(BALANCE).rows(List.of(2L), id -> row(id, "new", 10L)))
                    .as(columns.toString())
                    .isInstanceOf(StatementFailedException.class);
        }
        assertThat(stored()).isEqualTo(Map.of(1L, "owner 1=10"));
    }

    @Test
    void isTheSameAsOneByOneForRandomRows() {
        long seed = 20_261_121;
        Random random = new Random(seed);
        List<long[]> given = new ArrayList<>();
        for (int i = 0; i < 2_600; i++) {
            given.add(new long[] {random.nextInt(1_500), i});
        }
        LongStream.range(0, 700).filter(id -> id % 7 == 0).forEach(id -> insert(id, id));
        Map<Long, String> expected = stored();
        for (long[] pair : given) {
            expected.merge(
                    pair[0],
                    "r" + pair[1] + "=" + pair[1],
                    (old, fresh) -> old.substring(0, old.indexOf('=')) + "=" + pair[1]);
        }
        assertThat(upsert().rows(given, pair -> row(pair[0], "r" + pair[1], pair[1])))
                .isEqualTo(given.size());
        assertThat(stored()).as("seed %s", seed).isEqualTo(expected);
    }

    @Test
    void columnsAreCheckedBeforeAnythingRuns() {
        assertThatThrownBy(() -> db.bulk()
                        .insert(ACCOUNTS)
                        .columns(ID, OWNER)
                        .onConflict(ID)
                        .update(BALANCE)
                        .rows(List.of(1L), id -> row(id, "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("balance");
        assertThatThrownBy(() -> insert().onConflict()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> insert().onConflict(ID).update()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> upsert().returning(ID))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("returning");
    }
}

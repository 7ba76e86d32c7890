package dev.dovetail.core.bulk;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.error.TransactionTimeoutException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@OnEachDatabase(POSTGRESQL)
class BulkFaultsTest extends OpenDatabase {

    BulkFaultsTest(TestDatabase database) {
        super(database);
    }

    private BulkInsert<?> accounts() {
        return db.bulk().insert(ACCOUNTS).columns(ID, OWNER, BALANCE);
    }

    @Test
    void aConnectionThatIsKilledInTheMiddleLeavesNothing() {
        assertThatThrownBy(() -> db.transaction(sql -> {
                    int pid = sql.select(org.jooq.impl.DSL.field("pg_backend_pid()", Integer.class))
                            .fetchSingle()
                            .value1();
                    return accounts()
                            .onProgress(rows -> {
                                if (rows == 3_000) {
                                    db.transactor()
                                            .requiresNew()
                                            .run(() ->
                                                    db.access().sql().execute("select pg_terminate_backend(?)", pid));
                                }
                            })
                            .rows(LongStream.range(0, 5_000).boxed(), id -> row(id, "owner " + id, id));
                }))
                .isInstanceOf(DatabaseUnavailableException.class);
        assertThat(count()).isZero();
        assertThat(accounts().rows(List.of(1L), id -> row(id, "one", id))).isEqualTo(1);
    }

    @Test
    void copyKeepsTheTimeOutOfItsTransaction() {
        assertThatThrownBy(() -> db.transaction(sql -> {
                    accounts().rows(List.of(1L), id -> row(id, "one", id));
                    // The same key in another transaction waits for this one.
                    db.transactor()
                            .requiresNew()
                            .timeout(Duration.ofMillis(200))
                            .run(() -> accounts().rows(List.of(1L), id -> row(id, "same", id)));
                    return sql;
                }))
                .isInstanceOf(TransactionTimeoutException.class);
        assertThat(count()).isZero();
    }

    @Test
    void theServersLimitDoesNotOutliveTheTransaction() {
        db.transactor()
                .timeout(Duration.ofSeconds(30))
                .run(() -> accounts().rows(List.of(1L), id -> row(id, "one", id)));
        String limit =
                db.transaction(sql -> sql.fetchSingle("show statement_timeout").get(0, String.class));
        assertThat(limit).isEqualTo("0");
    }

    @Test
    void copiesGrowUpToSixteenThousandRows() {
        List<Long> reported = new ArrayList<>();
        accounts().onProgress(reported::add).rows(LongStream.range(0, 40_000).boxed(), id -> row(id, "o" + id, id));
        assertThat(reported).containsExactly(1_000L, 3_000L, 7_000L, 15_000L, 31_000L, 40_000L);
        assertThat(count()).isEqualTo(40_000);
    }

    @Test
    void aMigrationMayChangeTheTypesOfColumnsMeanwhile() {
        accounts().rows(List.of(1L), id -> row(id, "one", 1L));
        for (long round = 2; round < 10; round++) {
            assertThat(setBalance(round)).isEqualTo(1);
        }
        db.transaction(sql -> sql.execute("alter table accounts alter column id type text"));
        assertThat(setBalance(10)).isEqualTo(1);
        Long balance = db.read(sql -> sql.select(BALANCE).from(ACCOUNTS).fetchSingle(BALANCE));
        assertThat(balance).isEqualTo(10);
    }

    private long setBalance(long balance) {
        return db.bulk().update(ACCOUNTS).key(ID).set(BALANCE).rows(List.of(balance), set -> row(1L, set));
    }
}

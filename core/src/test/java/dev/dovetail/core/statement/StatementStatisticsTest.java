package dev.dovetail.core.statement;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.bulk.BulkRow;
import dev.dovetail.core.error.ConflictingOptionException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.NoTransactionException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class StatementStatisticsTest extends OpenDatabase {

    private final Database counting = Database.open(database.url(), options -> options.statistics(true));

    StatementStatisticsTest(TestDatabase database) {
        super(database);
    }

    @AfterEach
    void closeCounting() {
        counting.close();
    }

    private void add(long id) {
        counting.transaction(sql -> sql.insertInto(ACCOUNTS, ID, OWNER, BALANCE)
                .values(id, "owner " + id, 1L)
                .execute());
    }

    @Test
    void addsUpTheStatementsOfATransactionByKind() {
        counting.transactor().run(() -> {
            assertThat(counting.statistics().total().statements()).isZero();
            add(1);
            add(2);
            assertThatThrownBy(() -> counting.transactor().nested().run(() -> add(2)))
                    .isInstanceOf(DuplicateKeyException.class);
            counting.transaction(sql -> sql.selectFrom(ACCOUNTS).fetch());
            // Not in the transaction.
            counting.read(sql -> sql.selectFrom(ACCOUNTS).fetch());

            StatementStatistics statistics = counting.statistics();
            assertThat(statistics.of(StatementKind.INSERT))
                    .extracting(
                            StatementStatistics.Count::statements,
                            StatementStatistics.Count::failed,
                            StatementStatistics.Count::rows)
                    .containsExactly(3L, 1L, 2L);
            assertThat(statistics.of(StatementKind.SELECT))
                    .extracting(StatementStatistics.Count::statements, StatementStatistics.Count::rows)
                    .containsExactly(1L, 2L);
            assertThat(statistics.of(StatementKind.DELETE).statements()).isZero();
            assertThat(statistics.total().statements()).isEqualTo(4);
            assertThat(statistics.total().time()).isPositive().isLessThan(Duration.ofMinutes(1));
        });
        counting.transactor()
                .run(() -> assertThat(counting.statistics().byKind()).isEmpty());
    }

    @Test
    void bulkInsertsAreCounted() {
        counting.transactor().run(() -> {
            counting.bulk()
                    .insert(ACCOUNTS)
                    .columns(ID, OWNER, BALANCE)
                    .rows(Stream.of(1L, 2L), id -> BulkRow.row(id, "o" + id, id));
            assertThat(counting.statistics().total().statements()).isEqualTo(1);
        });
    }

    @Test
    void needATransactionAndTheOption() {
        assertThatThrownBy(counting::statistics).isInstanceOf(NoTransactionException.class);
        assertThatThrownBy(() -> db.transactor().run(db::statistics))
                .isInstanceOfSatisfying(
                        ConflictingOptionException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreError.STATISTICS_OFF))
                .hasMessageContaining("options.statistics(true)");
    }
}

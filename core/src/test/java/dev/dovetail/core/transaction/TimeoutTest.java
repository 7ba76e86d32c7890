package dev.dovetail.core.transaction;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.TransactionTimeoutException;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementScope;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
@Timeout(60)
class TimeoutTest extends OpenDatabase {

    private final Transactor tx = db.transactor();
    private final Transactor hurried = tx.timeout(Duration.ofMillis(80));

    TimeoutTest(TestDatabase database) {
        super(database, options -> options.poolSize(1));
    }

    /** A statement that takes hours, and writes nothing. */
    private String endless() {
        return switch (database.engine()) {
            case SQLITE -> "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";
            case POSTGRESQL -> "select count(*) from generate_series(1, 1000000000) a, generate_series(1, 1000) b";
            case H2 -> "select count(*) from system_range(1, 1000000000) a, system_range(1, 1000) b";
            case MARIADB -> "select count(*) from seq_1_to_1000000 a, seq_1_to_1000000 b where a.seq * b.seq = 0";
        };
    }

    @Test
    void aStatementOfJooqIsCancelled() {
        assertThatThrownBy(() -> hurried.run(() -> {
                    insert(1, 10);
                    db.access().sql().fetch(endless());
                }))
                .isInstanceOf(TransactionTimeoutException.class);
        assertThat(count()).isZero();
        insert(1, 10);
    }

    @Test
    void aStatementByJdbcIsCancelled() {
        assertThatThrownBy(() -> hurried.run(() -> {
                    try (Statement statement = db.access().connection().createStatement();
                            ResultSet rows = statement.executeQuery(endless())) {
                        rows.next();
                    }
                }))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> hurried.run(() -> {
                    StatementScope scope = db.access().statements();
                    var run = scope.start(new StatementInfo(false, Set.of(), false), endless());
                    // The driver's own, as who keeps prepared statements does.
                    try (Statement statement =
                            scope.connection().unwrap(java.sql.Connection.class).createStatement()) {
                        run.limit(statement);
                        statement.execute(endless());
                    } catch (SQLException failure) {
                        throw run.failed(failure);
                    }
                }))
                .isInstanceOf(TransactionTimeoutException.class);
    }

    @Test
    void aTransactionThatIsTooLateAtItsEndIsNotCommitted() {
        assertThatThrownBy(() -> hurried.run(() -> {
                    insert(1, 10);
                    passTheTime();
                }))
                .isInstanceOf(TransactionTimeoutException.class)
                .hasMessageContaining("80 ms");
        assertThatThrownBy(() -> hurried.run(() -> {
                    insert(1, 10);
                    tx.beforeCommit(this::passTheTime);
                }))
                .isInstanceOf(TransactionTimeoutException.class);
        assertThat(count()).isZero();
    }

    private void passTheTime() {
        ActiveTransaction transaction = db.access().transactions().require("test");
        while (!transaction.remaining().isNegative()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void nothingIsCancelledAfterTheTransaction() {
        for (int i = 0; i < 3; i++) {
            int id = i;
            hurried.run(() -> insert(id, 10));
            // The same connection, until the time of the transaction before is over.
            long end = System.nanoTime() + Duration.ofMillis(150).toNanos();
            db.transaction(sql -> {
                while (System.nanoTime() < end) {
                    sql.fetchCount(ACCOUNTS);
                }
                return sql;
            });
        }
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void timesWithoutEndOverflowNothing() {
        for (Duration endless : new Duration[] {Duration.ofSeconds(Long.MAX_VALUE), Duration.ofDays(200_000)}) {
            tx.timeout(endless).run(() -> {
                db.access().sql().fetchCount(ACCOUNTS);
                tx.timeout(endless).run(() -> insert(endless.hashCode(), 10));
                assertThatThrownBy(() -> tx.timeout(Duration.ofSeconds(1)).run(() -> {}))
                        .hasMessageContaining("may still take");
            });
        }
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void anInnerTransactionHasATimeOfItsOwn() {
        tx.readOnly()
                .timeout(Duration.ofHours(1))
                .run(() -> assertThat(db.access().transactions().require("test").remaining())
                        .isGreaterThan(Duration.ofMinutes(59)));
    }
}

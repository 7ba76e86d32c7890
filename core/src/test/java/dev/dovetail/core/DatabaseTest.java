package dev.dovetail.core;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.NoTransactionException;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.StatementFailedException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class DatabaseTest extends OpenDatabase {

    DatabaseTest(TestDatabase database) {
        super(database, options -> options.poolSize(3).connectionTimeout(Duration.ofMillis(500)));
    }

    @Test
    void readsOnItsOwnConnectionWhatIsCommitted() {
        db.transaction(sql -> {
            insert(1, 10);
            assertThat(count()).isZero();
            return sql.fetchCount(ACCOUNTS);
        });
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aReadRefusesEveryKindOfWrite() {
        insert(1, 10);
        assertRefused("insert into accounts (id, owner, balance) values (2, 'b', 1)");
        assertRefused("update accounts set balance = 0");
        assertRefused("delete from accounts");
        assertRefused("  -- a comment first\n /* and another */ DELETE from accounts");
        assertRefused("with gone as (select 1) delete from accounts");
        assertRefused("drop table accounts");
        assertRefused("create table more (id int)");
        assertThatThrownBy(() -> db.read(sql -> sql.deleteFrom(ACCOUNTS).execute()))
                .isInstanceOf(ReadOnlyException.class);
        assertThat(count()).isEqualTo(1);
    }

    private void assertRefused(String statement) {
        assertThatThrownBy(() -> db.read(sql -> sql.execute(statement)))
                .as(statement)
                .isInstanceOf(ReadOnlyException.class)
                .hasMessageContaining("only reads are allowed");
    }

    @Test
    void aReadRefusesAWriteThatIsHiddenFromJooq() {
        insert(1, 10);
        assertThatThrownBy(() -> db.read(sql -> {
                    sql.connection(connection -> execute(connection, "delete from accounts"));
                    return sql;
                }))
                .isInstanceOf(ReadOnlyException.class);
        if (database.engine() != H2) {
            // H2 has no read-only connections: on the driver's own, nobody looks.
            assertThatThrownBy(() -> db.read(sql -> {
                        sql.connection(
                                connection -> execute(connection.unwrap(Connection.class), "delete from accounts"));
                        return sql;
                    }))
                    .hasRootCauseInstanceOf(SQLException.class);
        }
        assertThat(count()).isEqualTo(1);
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement direct = connection.createStatement()) {
            direct.executeUpdate(statement);
        }
    }

    @Test
    void aReadIsNoTransactionOfItsThread() {
        db.read(sql -> {
            assertThat(db.transactor().isActive()).isFalse();
            assertThat(db.access().transactions().current()).isNull();
            return sql.fetchCount(ACCOUNTS);
        });
    }

    @Test
    void sqlKeptAfterItsReadSaysSo() {
        DSLContext kept = db.read(sql -> sql);
        assertThatThrownBy(() -> kept.fetchCount(ACCOUNTS)).isInstanceOf(NoTransactionException.class);
    }

    @Test
    void aReadGivesItsConnectionBackWhenTheBlockThrowsAnError() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> db.read(sql -> {
                        throw new AssertionError("user code");
                    }))
                    .isInstanceOf(AssertionError.class);
        }
        assertThat(db.pool().active()).isZero();
    }

    @Test
    void joinsATransactionOfItself() {
        db.transaction(outer -> {
            insert(1, 10);
            return db.transaction(inner -> {
                assertThat(inner.fetchCount(ACCOUNTS)).isEqualTo(1);
                assertThat(db.pool().active()).isEqualTo(1);
                return inner;
            });
        });
    }

    @Test
    void aBrokenStatementTellsTheEnginesReason() {
        assertThatThrownBy(() -> db.transaction(sql -> sql.fetch("select nothing from nowhere")))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("select nothing from nowhere")
                .hasMessageContaining("DVT-401");
    }
}

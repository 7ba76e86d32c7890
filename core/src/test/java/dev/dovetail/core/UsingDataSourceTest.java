package dev.dovetail.core;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CommitOutcomeUnknownException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.transaction.Isolation;
import dev.dovetail.core.transaction.Retry;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody else's connections need: they come back as they went, whatever happens meanwhile. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class UsingDataSourceTest extends OpenDatabase {

    private final OneConnection one;
    private final Database shared;
    private final Transactor tx;

    UsingDataSourceTest(TestDatabase database) {
        super(database);
        one = new OneConnection(database);
        shared = Database.using(one.dataSource());
        tx = shared.transactor();
    }

    @AfterEach
    void closeTheConnection() throws SQLException {
        one.close();
    }

    @Test
    void aConnectionComesBackAsItWent() throws SQLException {
        String before = state();
        shared.read(sql -> sql.fetchCount(ACCOUNTS));
        assertThat(state()).as("after read").isEqualTo(before);
        tx.readOnly()
                .isolation(Isolation.SERIALIZABLE)
                .run(() -> shared.access().sql().fetchCount(ACCOUNTS));
        assertThat(state()).as("after readOnly").isEqualTo(before);
        assertThatThrownBy(() -> tx.isolation(Isolation.REPEATABLE_READ).run(() -> {
                    throw new IllegalStateException("work");
                }))
                .hasMessage("work");
        assertThat(state()).as("after a rollback").isEqualTo(before);
        tx.isolation(Isolation.SERIALIZABLE).run(() -> insertShared(1));
        assertThat(state()).as("after a commit").isEqualTo(before);
        assertThat(count()).isEqualTo(1);
    }

    private String state() throws SQLException {
        Connection real = one.real();
        String more = shared.engine() == Engine.SQLITE
                ? value("pragma query_only")
                        + ((org.sqlite.SQLiteConnection) real)
                                .getConnectionConfig()
                                .getTransactionMode()
                : "";
        return "autocommit " + real.getAutoCommit() + ", read-only " + real.isReadOnly() + ", isolation "
                + real.getTransactionIsolation() + more;
    }

    private String value(String sql) throws SQLException {
        try (Statement statement = one.real().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void isolationIsThatOfTheTransaction() {
        String question = switch (shared.engine()) {
            case POSTGRESQL -> "show transaction_isolation";
            case H2 -> "select isolation_level from information_schema.sessions where session_id = session_id()";
            default -> null;
        };
        if (question == null) {
            // SQLite knows no other; MariaDB does not tell that of a single transaction.
            tx.isolation(Isolation.SERIALIZABLE).run(() -> insertShared(1));
            assertThat(count()).isEqualTo(1);
            return;
        }
        String isolation = tx.isolation(Isolation.SERIALIZABLE)
                .call(() -> shared.access().sql().fetchValue(question).toString());
        assertThat(isolation).isEqualToIgnoringCase("serializable");
    }

    @Test
    void readsRefuseWritesThroughEveryDoor() throws SQLException {
        insertShared(1);
        assertThatThrownBy(() -> shared.read(sql -> sql.deleteFrom(ACCOUNTS).execute()))
                .isInstanceOf(ReadOnlyException.class);
        assertThatThrownBy(() -> tx.readOnly().run(() -> insertShared(2))).isInstanceOf(ReadOnlyException.class);
        if (shared.engine() == Engine.H2) {
            // It has no way to refuse on the driver's own connection; what got through is not kept.
            shared.read(sql -> sql.connectionResult(this::deleteAllByDriver));
            tx.readOnly().call(() -> deleteAllByDriver(shared.access().connection()));
        } else {
            assertThatThrownBy(() -> shared.read(sql -> sql.connectionResult(this::deleteAllByDriver)))
                    .hasRootCauseInstanceOf(SQLException.class);
            assertThatThrownBy(() -> tx.readOnly()
                            .call(() -> deleteAllByDriver(shared.access().connection())))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(count()).isEqualTo(1);
        insertShared(2);
        assertThat(count()).isEqualTo(2);
    }

    private int deleteAllByDriver(Connection connection) throws SQLException {
        try (Statement direct = connection.unwrap(Connection.class).createStatement()) {
            return direct.executeUpdate("delete from accounts");
        }
    }

    @Test
    void aRollbackThatFailsIsNeverFollowedByACommit() throws SQLException {
        Connection used = one.real();
        one.failing("rollback", real -> {
            throw new SQLException("out of luck");
        });
        assertThatThrownBy(() -> tx.run(() -> {
                    insertShared(1);
                    throw new IllegalStateException("work");
                }))
                .hasMessage("work")
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessageContaining("out of luck"));
        assertThat(used.isClosed()).as("the connection is not used again").isTrue();
        assertThat(count()).isZero();
        insertShared(2);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aReadOnlyConnectionThatCannotBeSetBackIsNotUsedAgain() throws SQLException {
        Connection used = one.real();
        one.failing("rollback", real -> {
            throw new SQLException("out of luck");
        });
        assertThat(shared.<Integer, RuntimeException>read(sql -> sql.fetchCount(ACCOUNTS)))
                .isZero();
        assertThat(used.isClosed()).isTrue();
    }

    @Test
    void aCommitThatEndsInAnErrorMayHaveTakenPlaceAndIsNotRunAgain() throws SQLException {
        List<Integer> attempts = new ArrayList<>();
        Connection used = one.real();
        one.failing("commit", real -> {
            real.commit();
            throw new OutOfMemoryError("answer of the server");
        });
        assertThatThrownBy(() -> tx.retry(Retry.exponential(3, Duration.ZERO)).run(() -> {
                    attempts.add(1);
                    insertShared(1);
                    tx.afterCommit(() -> attempts.add(-1));
                    tx.afterRollback(() -> attempts.add(-2));
                }))
                .isInstanceOf(CommitOutcomeUnknownException.class)
                .hasCauseInstanceOf(OutOfMemoryError.class);
        assertThat(attempts).as("attempts, and no hooks").containsExactly(1);
        assertThat(used.isClosed()).isTrue();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aConnectionThatThrowsWhenItIsGivenBackHoldsUpNobody() {
        one.failing("close", real -> {
            throw new IllegalStateException("pool");
        });
        insertShared(1);
        one.failing("close", real -> {
            throw new NoClassDefFoundError("pool");
        });
        insertShared(2);
        insertShared(3);
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void aClosedDatabaseSaysSoThoughItsPoolIsOpen() {
        shared.close();
        assertClosed(() -> shared.read(sql -> sql));
        assertClosed(() -> shared.transaction(sql -> sql));
        assertClosed(() -> tx.run(() -> {}));
        assertClosed(() -> shared.access().openConnection());
        assertClosed(() -> shared.access().reading());
        assertClosed(() ->
                shared.bulk().insert(ACCOUNTS).columns(ID).rows(List.of(1L), dev.dovetail.core.bulk.BulkRow::row));
    }

    private static void assertClosed(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DatabaseUnavailableException.class,
                        e -> assertThat(e.code()).isEqualTo(CoreError.DATABASE_CLOSED));
    }

    private void insertShared(long id) {
        shared.transaction(sql -> sql.insertInto(ACCOUNTS, ID, OWNER, BALANCE)
                .values(id, "owner " + id, 10L)
                .execute());
    }
}

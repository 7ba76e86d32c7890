package dev.dovetail.core.internal.sql;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.NoTransactionException;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.spi.BoundStatement;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.io.IOException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class GuardedConnectionTest extends OpenDatabase {

    private static final String DUPLICATE = "insert into accounts (id, owner, balance) values (1, 'x', 1)";

    private final Transactor tx = db.transactor();

    GuardedConnectionTest(TestDatabase database) {
        super(database);
    }

    interface Use {
        void of(Connection connection) throws SQLException;
    }

    @Test
    void whatIsDovetailsToDoIsRefusedInATransaction() {
        for (Map.Entry<String, Use> control : controls().entrySet()) {
            assertThatThrownBy(() -> tx.run(() -> {
                        insert(1, 10);
                        control.getValue().of(db.access().connection());
                    }))
                    .as(control.getKey())
                    .isInstanceOfSatisfying(
                            DovetailException.class, e -> assertThat(e.code()).isEqualTo(CoreError.NOT_YOURS_TO_END));
            assertThat(count()).as("after " + control.getKey()).isZero();
        }
    }

    @Test
    void whatIsDovetailsToDoIsRefusedInARead() {
        for (Map.Entry<String, Use> control : controls().entrySet()) {
            assertThatThrownBy(() -> db.read(sql -> {
                        sql.connection(connection -> control.getValue().of(connection));
                        return sql;
                    }))
                    .as(control.getKey())
                    .isInstanceOf(DovetailException.class);
        }
    }

    private static Map<String, Use> controls() {
        Map<String, Use> controls = new LinkedHashMap<>();
        controls.put("commit", Connection::commit);
        controls.put("rollback", Connection::rollback);
        controls.put("close", Connection::close);
        controls.put("abort", connection -> connection.abort(Runnable::run));
        controls.put("setAutoCommit", connection -> connection.setAutoCommit(!connection.getAutoCommit()));
        controls.put("setReadOnly", connection -> connection.setReadOnly(true));
        controls.put(
                "setTransactionIsolation",
                connection -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
        controls.put("setSavepoint", Connection::setSavepoint);
        controls.put("setSavepoint by name", connection -> connection.setSavepoint("a"));
        controls.put("a statement", connection -> connection.createStatement().execute("commit"));
        controls.put("a prepared statement", connection -> connection.prepareStatement("rollback"));
        controls.put("a batch", connection -> connection.createStatement().addBatch("commit"));
        controls.put("after others", connection -> connection.createStatement().execute("select 1; commit"));
        controls.put(
                "through a statement",
                connection -> connection.createStatement().getConnection().commit());
        controls.put(
                "through a prepared statement",
                connection ->
                        connection.prepareStatement("select 1").getConnection().commit());
        return controls;
    }

    @Test
    void settingTheModeThatHoldsIsNoHarm() throws SQLException {
        tx.run(() -> db.access().connection().setAutoCommit(false));
    }

    @Test
    void jooqsLoaderMayNotCommit() throws IOException {
        assertThatThrownBy(() -> db.transaction(sql -> sql.loadInto(ACCOUNTS)
                        .commitAll()
                        .loadCSV("1,a,1\n2,b,2\n")
                        .fields(ID, OWNER, BALANCE)
                        .ignoreRows(0)
                        .execute()))
                .isInstanceOfSatisfying(
                        DovetailException.class, e -> assertThat(e.code()).isEqualTo(CoreError.NOT_YOURS_TO_END))
                .hasMessageContaining("Loader");
        assertThat(count()).isZero();
        db.transaction(sql -> sql.loadInto(ACCOUNTS)
                .commitNone()
                .loadCSV("1,a,1\n2,b,2\n")
                .fields(ID, OWNER, BALANCE)
                .ignoreRows(0)
                .execute());
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aCallableStatementStandsUnderTheSameRules() {
        if (db.engine() == Engine.SQLITE) {
            // Has no procedures, and its driver says so.
            assertThatThrownBy(() -> tx.run(() -> db.access().connection().prepareCall("select 1")))
                    .isInstanceOf(SQLException.class);
            return;
        }
        insert(1, 10);
        String failing = db.engine() == Engine.MARIADB ? "{call missing()}" : DUPLICATE;
        assertThatThrownBy(() -> tx.run(() -> {
                    insert(2, 10);
                    Connection connection = db.access().connection();
                    try (CallableStatement call = connection.prepareCall(failing)) {
                        assertThat(call.getConnection()).isSameAs(connection);
                        assertThatThrownBy(call::execute).isInstanceOf(SQLException.class);
                        assertThatThrownBy(call::executeUpdate).isInstanceOf(TransactionDoomedException.class);
                    }
                }))
                .isInstanceOf(TransactionDoomedException.class);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aStatementKnowsWhatIsBoundToIt() throws SQLException {
        String sql = "insert into accounts (id, owner, balance) values (?, ?, ?)";
        // The others call procedures only.
        boolean prepares = db.engine() == Engine.POSTGRESQL || db.engine() == Engine.H2;
        tx.run(() -> {
            Connection connection = db.access().connection();
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setLong(1, 1);
                insert.setString(2, "ann");
                insert.setObject(3, 10);
                assertThat(((BoundStatement) insert).boundValues()).containsExactly(1L, "ann", 10);
                assertThat(insert.executeUpdate()).isEqualTo(1);
            }
            if (prepares) {
                try (CallableStatement insert = connection.prepareCall(sql)) {
                    insert.setLong(1, 2);
                    insert.setString(2, "bob");
                    insert.setInt(3, 20);
                    assertThat(((BoundStatement) insert).boundValues()).containsExactly(2L, "bob", 20);
                    assertThat(insert.executeUpdate()).isEqualTo(1);
                }
            }
        });
        assertThat(count()).isEqualTo(prepares ? 2 : 1);
    }

    @Test
    void aFailureOfAnyStatementDoomsTheTransaction() {
        insert(1, 10);
        Map<String, Use> failing = new LinkedHashMap<>();
        failing.put("execute", connection -> connection.createStatement().execute(DUPLICATE));
        failing.put("executeUpdate", connection -> connection.createStatement().executeUpdate(DUPLICATE));
        failing.put("executeQuery", connection -> connection.createStatement().executeQuery("select nothing"));
        failing.put(
                "executeLargeUpdate", connection -> connection.createStatement().executeLargeUpdate(DUPLICATE));
        failing.put("batch of texts", connection -> {
            Statement statement = connection.createStatement();
            statement.addBatch(DUPLICATE);
            statement.executeBatch();
        });
        failing.put(
                "prepared", connection -> connection.prepareStatement(DUPLICATE).execute());
        failing.put(
                "prepared update",
                connection -> connection.prepareStatement(DUPLICATE).executeUpdate());
        failing.put("prepared batch", connection -> {
            PreparedStatement statement = connection.prepareStatement(DUPLICATE);
            statement.addBatch();
            statement.executeBatch();
        });
        failing.put(
                "prepared query",
                connection -> connection.prepareStatement("select nothing").executeQuery());
        for (Map.Entry<String, Use> each : failing.entrySet()) {
            assertThatThrownBy(() -> tx.run(() -> {
                        insert(2, 10);
                        assertThatThrownBy(() -> each.getValue().of(db.access().connection()))
                                .as(each.getKey())
                                .isInstanceOf(SQLException.class);
                        assertThatThrownBy(() -> db.access()
                                        .connection()
                                        .createStatement()
                                        .execute("select 1"))
                                .isInstanceOf(TransactionDoomedException.class);
                    }))
                    .as(each.getKey())
                    .isInstanceOf(TransactionDoomedException.class);
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aFailureInJooqsBatchedConnectionDooms() {
        insert(1, 10);
        assertThatThrownBy(() -> db.transaction(sql -> {
                    insert(2, 10);
                    assertThatThrownBy(() -> sql.batched(batched -> {
                                batched.dsl()
                                        .insertInto(ACCOUNTS, ID, OWNER, BALANCE)
                                        .values(1L, "again", 1L)
                                        .execute();
                            }))
                            .isInstanceOf(DataAccessException.class);
                    return sql;
                }))
                .isInstanceOf(TransactionDoomedException.class)
                .hasCauseInstanceOf(DuplicateKeyException.class);
        assertThat(count()).isEqualTo(1);
        db.transaction(sql -> {
            sql.batched(batched -> {
                for (long id = 2; id < 5; id++) {
                    batched.dsl()
                            .insertInto(ACCOUNTS, ID, OWNER, BALANCE)
                            .values(id, "owner " + id, 1L)
                            .execute();
                }
            });
            return sql;
        });
        assertThat(count()).isEqualTo(4);
    }

    @Test
    void readOnlyRefusesWritesThroughEveryDoor() {
        insert(1, 10);
        Map<String, Use> writes = new LinkedHashMap<>();
        String delete = "delete from accounts";
        writes.put("execute", connection -> connection.createStatement().execute(delete));
        writes.put("executeUpdate", connection -> connection.createStatement().executeUpdate(delete));
        writes.put(
                "executeQuery",
                connection ->
                        connection.createStatement().executeQuery("select * from final table (delete from accounts)"));
        writes.put("batch", connection -> connection.createStatement().addBatch(delete));
        writes.put("prepare", connection -> connection.prepareStatement(delete));
        writes.put(
                "prepare with keys",
                connection -> connection.prepareStatement(delete, Statement.RETURN_GENERATED_KEYS));
        writes.put("call", connection -> connection.prepareCall("{call something()}"));
        writes.put(
                "second statement", connection -> connection.createStatement().execute("select 1; " + delete));
        for (Map.Entry<String, Use> write : writes.entrySet()) {
            assertThatThrownBy(() -> tx.readOnly()
                            .run(() -> write.getValue().of(db.access().connection())))
                    .as("readOnly(), " + write.getKey())
                    .isInstanceOf(ReadOnlyException.class);
            assertThatThrownBy(() -> db.read(sql -> {
                        sql.connection(connection -> write.getValue().of(connection));
                        return sql;
                    }))
                    .as("read, " + write.getKey())
                    .isInstanceOf(ReadOnlyException.class);
        }
        assertThatThrownBy(() -> db.read(sql -> sql.fetch("select * from final table (delete from accounts)")))
                .isInstanceOf(ReadOnlyException.class);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aConnectionOnAnotherThreadSaysWhose() throws SQLException {
        String owner = Thread.currentThread().getName();
        tx.run(() -> {
            Connection mine = db.access().connection();
            assertOnOtherThread(() -> mine.createStatement().execute("select 1"), owner);
            PreparedStatement prepared = mine.prepareStatement("select 1");
            assertOnOtherThread(prepared::executeQuery, owner);
        });
        db.read(sql -> {
            assertOnOtherThread(() -> sql.fetchCount(ACCOUNTS), owner);
            sql.connection(mine -> assertOnOtherThread(() -> mine.prepareStatement("select 1"), owner));
            return sql;
        });
    }

    private static void assertOnOtherThread(ThrowingCallable use, String owner) {
        assertThat(CompletableFuture.supplyAsync(() -> org.assertj.core.api.Assertions.catchThrowable(use))
                        .join())
                .isInstanceOfSatisfying(
                        DovetailException.class, e -> assertThat(e.code()).isEqualTo(CoreError.WRONG_THREAD))
                .hasMessageContaining("'" + owner + "'");
    }

    @Test
    void aConnectionOrStatementKeptAfterItsTransactionSaysSo() throws SQLException {
        Connection kept = tx.call(() -> db.access().connection());
        assertThatThrownBy(() -> kept.prepareStatement("select 1")).isInstanceOf(NoTransactionException.class);
        PreparedStatement statement = tx.call(() -> db.access().connection().prepareStatement("select 1"));
        assertThatThrownBy(statement::executeQuery).isInstanceOf(NoTransactionException.class);
    }

    @Test
    void aJooqQueryThatKeepsItsStatementDoesNotUseItInAnotherTransaction() {
        try (var query = db.access().sql().selectCount().from(ACCOUNTS).keepStatement(true)) {
            tx.run(() -> {
                assertThat(query.fetchSingle().value1()).isZero();
                insert(1, 10);
                assertThat(query.fetchSingle().value1()).isEqualTo(1);
            });
            assertThatThrownBy(() -> tx.run(query::fetch)).isInstanceOf(NoTransactionException.class);
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void theDriversOwnConnectionIsThereForWhoAsks() throws SQLException {
        Connection driver = tx.call(() -> {
            Connection connection = db.access().connection();
            assertThat(connection.isWrapperFor(Connection.class)).isTrue();
            return connection.unwrap(Connection.class);
        });
        assertThat(driver).isNotInstanceOf(GuardedConnection.class);
        assertThat(driver.getClass().getName()).doesNotContain("hikari");
    }

    @Test
    void statementsOfJooqsConnectionBlockJoinTheTransaction() {
        assertThatThrownBy(() -> db.transaction(sql -> {
                    sql.connection(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.executeUpdate(DUPLICATE);
                        }
                    });
                    assertThat(counted(sql)).isEqualTo(1);
                    throw new IllegalStateException("work");
                }))
                .hasMessage("work");
        assertThat(count()).isZero();
    }

    private static int counted(DSLContext sql) {
        return sql.fetchCount(ACCOUNTS);
    }
}

package dev.dovetail.core.faults;

import static dev.dovetail.core.bulk.BulkRow.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.transaction.Isolation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Behind a pooler that gives each transaction another session of the server. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PgbouncerTest {

    private static final Table<Record> T = DSL.table(DSL.name("t"));
    private static final Field<Integer> ID = DSL.field(DSL.name("id"), SQLDataType.INTEGER.notNull());

    private static PostgresCluster cluster;
    private static TransactionPooler pooler;

    @BeforeAll
    static void start() throws IOException, SQLException {
        cluster = PostgresCluster.start();
        try (Connection admin = cluster.admin();
                Statement statement = admin.createStatement()) {
            statement.execute("create table t (id int primary key)");
        }
        pooler = TransactionPooler.before(cluster);
    }

    @AfterAll
    static void stop() throws IOException {
        pooler.close();
        cluster.close();
    }

    private static void work(Database db) {
        db.transaction(sql -> sql.deleteFrom(T).execute());
        Set<Object> sessions = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            int id = i;
            db.transaction(sql -> {
                sessions.add(sql.fetchValue("select pg_backend_pid()"));
                return sql.insertInto(T, ID).values(id).execute();
            });
            assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(T, ID.le(id))))
                    .isEqualTo(id + 1);
            // The one session that is free when the last transaction ends is the other one.
            sessions.add(db.<Object, RuntimeException>read(sql -> sql.fetchValue("select pg_backend_pid()")));
        }
        assertThat(sessions).as("sessions that were shared").hasSize(2);
    }

    @Test
    void withoutThePresetAStatementPreparedInOneSessionIsMissingInTheOther() {
        assertThatThrownBy(() -> {
                    try (Database db = Database.open(pooler.url())) {
                        work(db);
                    }
                })
                .isInstanceOf(RuntimeException.class);
        forget();
    }

    @Test
    void withThePresetEveryTransactionMayRunInAnotherSession() throws SQLException {
        try (Database db = Database.open(pooler.url(), options -> options.pgbouncer())) {
            work(db);
            db.bulk().insert(T).columns(ID).rows(IntStream.range(100, 200).boxed(), id -> row(id));
            assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(T)))
                    .isEqualTo(120);
            assertThat(db.transactor()
                            .isolation(Isolation.SERIALIZABLE)
                            .call(() -> db.access().sql().fetchValue("show transaction_isolation")))
                    .isEqualTo("serializable");
            assertThat(db.transactor()
                            .readOnly()
                            .call(() -> db.access().sql().fetchValue("show transaction_read_only")))
                    .isEqualTo("on");
            leavesNothingInTheSessions();
        }
    }

    @Test
    void readsRefuseWritesAlsoThoseThatAreHidden() throws SQLException {
        try (Database db = Database.open(pooler.url(), options -> options.pgbouncer())) {
            assertThatThrownBy(() -> db.read(sql -> sql.execute("delete from t")))
                    .isInstanceOf(ReadOnlyException.class);
            db.transaction(sql -> sql.execute("create sequence hidden"));
            // A query by its text; only the server knows that it writes.
            assertThatThrownBy(() -> db.read(sql -> sql.fetch("select nextval('hidden')")))
                    .isInstanceOf(ReadOnlyException.class)
                    .hasRootCauseMessage("ERROR: cannot execute nextval() in a read-only transaction");
            leavesNothingInTheSessions();
        }
    }

    private static void leavesNothingInTheSessions() throws SQLException {
        String left = "select pg_backend_pid() || ' ' || (select count(*) from pg_prepared_statements) || ' '"
                + " || current_setting('default_transaction_read_only') || ' '"
                + " || current_setting('default_transaction_isolation')";
        Set<String> sessions = new HashSet<>();
        try (Connection connection = plain();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 2; i++) {
                try (ResultSet row = statement.executeQuery(left)) {
                    row.next();
                    sessions.add(row.getString(1));
                }
            }
        }
        assertThat(sessions).hasSize(2).allMatch(session -> session.endsWith(" 0 off read committed"));
    }

    /** For the tests that come after. */
    private static void forget() {
        try (Connection connection = plain();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 2; i++) {
                statement.execute("discard all");
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Connection plain() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + pooler.url().replace("postgres@", "") + "?preferQueryMode=simple", "postgres", "");
    }
}

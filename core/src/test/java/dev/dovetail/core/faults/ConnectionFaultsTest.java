package dev.dovetail.core.faults;

import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CommitOutcomeUnknownException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.transaction.Retry;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TcpProxy;
import dev.dovetail.databases.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that break, on a network that does so when it is told to. */
@OnEachDatabase({POSTGRESQL, MARIADB})
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectionFaultsTest {

    private final TcpProxy proxy;
    private final Database db;
    private final Database direct;
    private final Transactor retrying;
    private final AtomicInteger attempts = new AtomicInteger();

    ConnectionFaultsTest(TestDatabase database) throws IOException {
        direct = Database.open(database.url());
        proxy = Address.proxy(database);
        db = Database.open(
                Address.through(proxy, database),
                options -> options.poolSize(3)
                        .connectionTimeout(Duration.ofSeconds(10))
                        .socketTimeout(Duration.ofSeconds(1)));
        retrying = db.transactor().retry(Retry.exponential(3, Duration.ofMillis(10)));
        direct.transaction(sql -> sql.execute("drop table if exists t"));
        direct.transaction(sql -> sql.execute("create table t (id int primary key)"));
    }

    @AfterEach
    void givesEveryConnectionBack() throws IOException {
        try {
            assertThat(db.pool().active()).isZero();
        } finally {
            proxy.flow();
            db.close();
            direct.close();
            proxy.close();
        }
    }

    private DSLContext sql() {
        return db.access().sql();
    }

    private void insert(int id) {
        sql().execute("insert into t values (?)", id);
    }

    private int count() {
        return direct.read(sql -> sql.fetchCount(DSL.table("t")));
    }

    /** Ends the session of the running transaction, and returns when it has ended. */
    private void killMySession() {
        boolean postgresql = db.engine() == Engine.POSTGRESQL;
        Long id = sql().resultQuery(postgresql ? "select pg_backend_pid()" : "select connection_id()")
                .fetchSingle(0, Long.class);
        kill(id);
    }

    private void kill(Long id) {
        if (db.engine() == Engine.POSTGRESQL) {
            direct.transaction(sql -> sql.fetch("select pg_terminate_backend(cast(? as int), 5000)", id));
        } else {
            direct.transaction(sql -> sql.execute("kill connection " + id));
        }
    }

    @Test
    void killedByTheServerBeforeCommitItIsRunAgain() {
        retrying.run(() -> {
            insert(1);
            if (attempts.incrementAndGet() == 1) {
                killMySession();
            }
            insert(2);
        });
        assertThat(attempts).hasValue(2);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void withoutRetryTheCallerHearsThatTheConnectionBroke() {
        assertThatThrownBy(() -> db.transactor().run(() -> {
                    insert(1);
                    killMySession();
                    insert(2);
                }))
                .isInstanceOfSatisfying(
                        DatabaseUnavailableException.class,
                        lost -> assertThat(lost.code()).isEqualTo(CoreError.CONNECTION_LOST))
                .hasMessageContaining("nothing was committed");
        assertThat(count()).isZero();
    }

    @Test
    void aCommitWhoseReplyIsLostHasAnUnknownOutcomeAndIsNotRunAgain() {
        assertThatThrownBy(() -> retrying.run(() -> {
                    attempts.incrementAndGet();
                    insert(1);
                    db.transactor().beforeCommit(proxy::breakAtNextReply);
                }))
                .isInstanceOf(CommitOutcomeUnknownException.class)
                .hasMessageContaining("look whether the data is there");
        assertThat(attempts).hasValue(1);
        assertThat(count()).as("it was carried out").isEqualTo(1);
    }

    @Test
    void aCommitThatNeverReachesTheServerHasAnUnknownOutcomeToo() {
        assertThatThrownBy(() -> retrying.run(() -> {
                    attempts.incrementAndGet();
                    insert(1);
                    db.transactor().beforeCommit(proxy::breakAtNextRequest);
                }))
                .isInstanceOf(CommitOutcomeUnknownException.class);
        assertThat(attempts).hasValue(1);
        assertThat(count()).as("it was not carried out").isZero();
    }

    @Test
    void anUnknownOutcomeIsRunAgainWhenAskedFor() {
        Transactor twice =
                db.transactor().retry(Retry.exponential(3, Duration.ZERO).evenWhenOutcomeUnknown());
        twice.run(() -> {
            insert(attempts.incrementAndGet());
            if (attempts.get() == 1) {
                db.transactor().beforeCommit(proxy::breakAtNextReply);
            }
        });
        assertThat(count()).as("both took place").isEqualTo(2);
    }

    @Test
    void killedAfterCommitTheNextTransactionGetsAFreshConnection() {
        retrying.run(() -> insert(1));
        proxy.reset();
        retrying.run(() -> insert(2));
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aNetworkThatStallsEndsAtTheSocketTimeout() {
        assertThatThrownBy(() -> db.transactor().run(() -> {
                    insert(1);
                    proxy.stall();
                    insert(2);
                }))
                .isInstanceOfSatisfying(
                        DatabaseUnavailableException.class,
                        lost -> assertThat(lost.code()).isEqualTo(CoreError.CONNECTION_LOST));
        proxy.flow();
        db.transactor().run(() -> insert(3));
        assertThat(direct.<Object, RuntimeException>read(sql -> sql.fetchValue("select max(id) from t")))
                .isEqualTo(3);
    }

    @Test
    void aConnectionThatIsResetInTheMiddleIsReplacedAndTheWorkRunAgain() {
        retrying.run(() -> {
            insert(1);
            if (attempts.incrementAndGet() == 1) {
                proxy.reset();
            }
            insert(2);
        });
        assertThat(attempts).hasValue(2);
        assertThat(count()).isEqualTo(2);
    }
}

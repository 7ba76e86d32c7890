package dev.dovetail.core;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import com.example.shop.Leaking;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
@Timeout(60)
class PoolTest {

    private final TestDatabase database;

    PoolTest(TestDatabase database) {
        this.database = database;
    }

    private Database open(Consumer<DatabaseOptions> options) {
        return Database.open(database.url(), options.andThen(each -> each.connectionTimeout(Duration.ofMillis(300))));
    }

    @Test
    void anExhaustedPoolSaysWhoHoldsItsConnections() throws Exception {
        try (Database db = open(options -> options.poolSize(2));
                Connection mine = db.access().openConnection()) {
            CountDownLatch taken = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            FutureTask<Void> holder = new FutureTask<>(() -> {
                try (Connection theirs = db.access().openConnection()) {
                    assertThat(theirs).isNotSameAs(mine);
                    taken.countDown();
                    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
                }
                return null;
            });
            Thread thread = new Thread(holder, "the-other-holder");
            thread.start();
            try {
                assertThat(taken.await(30, TimeUnit.SECONDS)).isTrue();
                assertThatThrownBy(() -> db.access().openConnection())
                        .isInstanceOfSatisfying(
                                DatabaseUnavailableException.class,
                                exhausted -> assertThat(exhausted.code()).isEqualTo(CoreError.POOL_EXHAUSTED))
                        .hasMessageContaining("No connection for writing to ")
                        .hasMessageContaining("For writing: 2 active, 0 idle, 0 waiting, at most 2.")
                        .hasMessageContaining("For reading: 0 active, 0 idle, 0 waiting, at most 2.")
                        .hasMessageContaining("thread 'the-other-holder' for ")
                        .hasMessageContaining(
                                "thread '" + Thread.currentThread().getName() + "' for ")
                        .hasMessageContaining("options.leakDetection(…) adds the lines of code");
            } finally {
                done.countDown();
                holder.get(30, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void anExhaustedPoolForReadingIsNotTakenForAServerThatIsGone() {
        try (Database db = open(options -> options.poolSize(1))) {
            assertThatThrownBy(() -> db.read(
                            outer -> db.<Integer, RuntimeException>read(inner -> inner.fetchCount(inner.selectOne()))))
                    .isInstanceOfSatisfying(
                            DatabaseUnavailableException.class,
                            exhausted -> assertThat(exhausted.code()).isEqualTo(CoreError.POOL_EXHAUSTED))
                    .hasMessageContaining("a read within a read")
                    .hasMessageContaining("For reading: 1 active, 0 idle, 0 waiting, at most 1.");
        }
    }

    @Test
    void whoGaveItsConnectionBackIsNotAccused() throws SQLException {
        try (LogLines log = new LogLines("dev.dovetail.core.internal.pool", Level.WARN);
                Database db = open(options -> options.poolSize(2).leakDetection(Duration.ofMillis(50)))) {
            FutureTask<Void> brief = new FutureTask<>(() -> {
                try (Connection one = db.access().openConnection();
                        Connection other = db.access().openConnection()) {
                    assertThat(one).isNotSameAs(other);
                }
                return null;
            });
            new Thread(brief, "the-brief-one").start();
            assertThat(brief).succeedsWithin(Duration.ofSeconds(30));
            // Of the two, one is used again; what is known of the other is older, and would be reported first.
            try (Connection leaked = Leaking.takesAndForgets(db)) {
                until(() -> !log.lines().isEmpty());
                assertThat(leaked.isClosed()).isFalse();
            }
            assertThat(log.lines()).singleElement().asString().doesNotContain("the-brief-one");
        }
    }

    @Test
    void aLeakIsReportedOnceWithItsLineOfCode() throws SQLException {
        try (LogLines log = new LogLines("dev.dovetail.core.internal.pool", Level.WARN);
                Database db = open(options -> options.poolSize(1).leakDetection(Duration.ofMillis(50)));
                Connection leaked = Leaking.takesAndForgets(db)) {
            until(() -> !log.lines().isEmpty());
            assertThat(log.lines().get(0))
                    .contains("is in use for longer than 50 ms")
                    .contains("thread '" + Thread.currentThread().getName() + "'")
                    .contains("com.example.shop.Leaking.takesAndForgets(Leaking.java:")
                    .contains("DVT-108");
            assertThatThrownBy(() -> db.access().openConnection())
                    .hasMessageContaining("at com.example.shop.Leaking.takesAndForgets(Leaking.java:");
            assertThat(leaked.isClosed()).isFalse();
            // The wait for a connection was longer than several looks at the pool.
            assertThat(log.lines()).hasSize(1);
        }
    }

    @Test
    void aClosedDatabaseSaysSoToEveryCall() {
        Database db = open(options -> {});
        db.close();
        db.close();
        for (Runnable call : List.<Runnable>of(
                () -> db.read(sql -> sql.fetch("select 1")),
                () -> db.transaction(sql -> sql.fetch("select 1")),
                () -> db.transactor().run(() -> {}),
                () -> db.transactor().readOnly().run(() -> {}),
                () -> db.access().openConnection(),
                () -> db.access().reading())) {
            assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(
                            DatabaseUnavailableException.class,
                            closed -> assertThat(closed.code()).isEqualTo(CoreError.DATABASE_CLOSED))
                    .hasMessageContaining("was closed before this call");
        }
        assertThat(db.toString()).contains("closed");
    }

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}

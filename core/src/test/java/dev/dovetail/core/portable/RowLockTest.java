package dev.dovetail.core.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.NoTransactionException;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class RowLockTest extends OpenDatabase {

    private static final List<RowLock> ALL =
            List.of(RowLock.waiting(), RowLock.skipLocked(), RowLock.noWait(), RowLock.atMost(Duration.ofMillis(200)));

    RowLockTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void twoAccounts() {
        insert(1, 10);
        insert(2, 20);
    }

    @Test
    void rowsThatNobodyHoldsAreLockedInEachWay() {
        for (RowLock lock : ALL) {
            List<Long> ids = db.transaction(sql -> ids(sql, lock));
            assertThat(ids).containsExactly(1L, 2L);
        }
    }

    @Test
    void whatOnlyReadsLocksNothing() {
        for (RowLock lock : ALL) {
            if (db.engine() != Engine.H2) {
                assertThatThrownBy(() -> db.read(sql -> ids(sql, lock))).isInstanceOf(ReadOnlyException.class);
                assertThatThrownBy(() -> db.transactor()
                                .readOnly()
                                .call(() -> ids(db.access().sql(), lock)))
                        .isInstanceOf(ReadOnlyException.class);
            }
            assertThatThrownBy(() -> ids(db.access().sql(), lock)).isInstanceOf(NoTransactionException.class);
        }
    }

    @Test
    void aRowThatAnotherTransactionHoldsIsSkippedOrWaitedForOrAConflict() throws Exception {
        if (db.engine() == Engine.SQLITE) {
            // Nobody else can hold a row while a transaction writes: the other one has not begun.
            List<Long> ids = db.transaction(sql -> ids(sql, RowLock.skipLocked()));
            assertThat(ids).containsExactly(1L, 2L);
            return;
        }
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> db.transactor().run(() -> {
                    RowLock.waiting()
                            .fetch(
                                    db.access().sql(),
                                    db.access().sql().selectFrom(ACCOUNTS).where(ID.eq(1L)));
                    locked.countDown();
                    await(release);
                }));
        try {
            await(locked);
            List<Long> free = db.transaction(sql -> ids(sql, RowLock.skipLocked()));
            assertThat(free).containsExactly(2L);
            assertThatThrownBy(() -> db.transaction(sql -> ids(sql, RowLock.noWait())))
                    .isInstanceOf(TransientConflictException.class);
            assertThatThrownBy(() -> db.transaction(sql -> ids(sql, RowLock.atMost(Duration.ofMillis(100)))))
                    .isInstanceOf(TransientConflictException.class);
        } finally {
            release.countDown();
            other.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void theLimitOfOneQueryIsNotThatOfTheNext() {
        boolean same = db.transaction(sql -> {
            String before = waitLimit(sql);
            ids(sql, RowLock.atMost(Duration.ofMillis(200)));
            return before.equals(waitLimit(sql));
        });
        assertThat(same).isTrue();
    }

    @Test
    void theLongestWaitIsPositive() {
        assertThatThrownBy(() -> RowLock.atMost(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("noWait()");
    }

    private static List<Long> ids(DSLContext sql, RowLock lock) {
        return lock.fetch(sql, sql.selectFrom(ACCOUNTS).orderBy(ID)).getValues(ID);
    }

    private static String waitLimit(DSLContext sql) {
        return String.valueOf(sql.fetchValue(
                switch (sql.family()) {
                    case POSTGRES -> "select current_setting('lock_timeout')";
                    case H2 -> "select lock_timeout()";
                    case MARIADB -> "select @@innodb_lock_wait_timeout";
                    default -> "pragma busy_timeout";
                }));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

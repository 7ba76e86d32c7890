package dev.dovetail.core.transaction;

import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Transactions that get in each other's way: whoever loses is run again, and no money is lost or made. */
@OnEachDatabase({SQLITE, POSTGRESQL, MARIADB})
@Timeout(120)
class MoneyTest extends OpenDatabase {

    private static final int ACCOUNT_COUNT = 8;

    private final Transactor retrying = db.transactor().retry(Retry.exponential(500, Duration.ofMillis(2)));

    MoneyTest(TestDatabase database) {
        super(database);
        for (long id = 0; id < ACCOUNT_COUNT; id++) {
            insert(id, 1_000);
        }
    }

    @Test
    void theVictimOfADeadlockIsRunAgain() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        inThreads(2, thread -> {
            List<Integer> mine = new ArrayList<>();
            retrying.run(() -> {
                attempts.incrementAndGet();
                mine.add(1);
                add(thread, -100);
                // On SQLite the other one has not even begun.
                if (mine.size() == 1 && db.engine() != Engine.SQLITE) {
                    bothHoldOne.await();
                }
                add(1 - thread, 100);
            });
        });
        assertThat(attempts).hasValue(db.engine() == Engine.SQLITE ? 2 : 3);
        assertThat(balances()).containsOnly(1_000L).hasSize(ACCOUNT_COUNT);
    }

    private void add(long id, long amount) {
        db.access()
                .sql()
                .update(ACCOUNTS)
                .set(BALANCE, BALANCE.plus(amount))
                .where(ID.eq(id))
                .execute();
    }

    @Test
    void thirtyTwoThreadsTransferUnderSerializableAndLoseNoMoney() throws Exception {
        int threads = 32;
        int transfers = 6;
        Transactor serializable = retrying.isolation(Isolation.SERIALIZABLE);
        CyclicBarrier start = new CyclicBarrier(threads);
        AtomicInteger done = new AtomicInteger();
        inThreads(threads, thread -> {
            start.await();
            for (int i = 0; i < transfers; i++) {
                long from = (thread + i) % ACCOUNT_COUNT;
                long to = (from + 1 + thread % (ACCOUNT_COUNT - 1)) % ACCOUNT_COUNT;
                serializable.run(() -> transfer(db.access().sql(), from, to));
                done.incrementAndGet();
            }
        });
        assertThat(done).hasValue(threads * transfers);
        assertThat(balances().stream().mapToLong(Long::longValue).sum()).isEqualTo(ACCOUNT_COUNT * 1_000);
        assertThat(balances()).as("money did move").isNotEqualTo(balancesBefore());
    }

    /** Reads, computes and writes back: with less isolation, updates would get lost. */
    private static void transfer(DSLContext sql, long from, long to) {
        long taken = balance(sql, from);
        long given = balance(sql, to);
        long amount = Math.min(taken, 1 + from);
        sql.update(ACCOUNTS).set(BALANCE, taken - amount).where(ID.eq(from)).execute();
        sql.update(ACCOUNTS).set(BALANCE, given + amount).where(ID.eq(to)).execute();
    }

    private static long balance(DSLContext sql, long id) {
        return sql.select(BALANCE).from(ACCOUNTS).where(ID.eq(id)).fetchSingle(BALANCE);
    }

    private List<Long> balances() {
        return db.read(sql -> sql.select(BALANCE).from(ACCOUNTS).orderBy(ID).fetch(BALANCE));
    }

    private static List<Long> balancesBefore() {
        return java.util.Collections.nCopies(ACCOUNT_COUNT, 1_000L);
    }

    private interface Work {
        void of(int thread) throws Exception;
    }

    private static void inThreads(int threads, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                running.add(pool.submit(() -> {
                    work.of(thread);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get(100, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}

package dev.dovetail.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Some engines take back the whole transaction of a deadlock's victim, with the savepoints in it. */
@OnEachDatabase({TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class NestedDeadlockTest extends OpenDatabase {

    private final Transactor tx = db.transactor();
    private final AtomicInteger victims = new AtomicInteger();

    NestedDeadlockTest(TestDatabase database) {
        super(database);
    }

    @Test
    @Timeout(60)
    void aTransactionWhoseNestedBlockWasTheVictimIsKeptWholeOrNotAtAll() throws Exception {
        insert(1, 10);
        insert(2, 10);
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        // Both block; the common pool may have a single thread.
        Executor threads = work -> new Thread(work).start();
        CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> survives(11, 1, 2, bothHaveOne), threads);
        CompletableFuture<Boolean> two = CompletableFuture.supplyAsync(() -> survives(12, 2, 1, bothHaveOne), threads);
        CompletableFuture.allOf(one, two).get(50, TimeUnit.SECONDS);

        assertThat(victims).hasValue(1);
        assertThat(rowsOf(11)).isEqualTo(one.get() ? 2 : 0);
        assertThat(rowsOf(12)).isEqualTo(two.get() ? 2 : 0);
    }

    /** Inserts a row before the deadlock and one after it. */
    private boolean survives(long row, long first, long second, CyclicBarrier bothHaveOne) {
        try {
            tx.run(() -> {
                insert(row, 10);
                pay(first);
                bothHaveOne.await(30, TimeUnit.SECONDS);
                try {
                    tx.nested().run(() -> pay(second));
                } catch (TransientConflictException victim) {
                    victims.incrementAndGet();
                }
                insert(row + 100, 10);
            });
            return true;
        } catch (TransactionDoomedException doomed) {
            return false;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void pay(long id) {
        db.transaction(sql -> sql.update(ACCOUNTS)
                .set(BALANCE, BALANCE.minus(1L))
                .where(ID.eq(id))
                .execute());
    }

    private int rowsOf(long row) {
        return db.read(sql -> sql.fetchCount(ACCOUNTS, ID.in(row, row + 100)));
    }
}

package dev.dovetail.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.InterruptedWaitException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A transaction that waits for its connection, or on SQLite for its turn to write. */
@OnEachDatabase
@Timeout(30)
class WaitingTest extends OpenDatabase {

    private final Transactor tx = db.transactor();

    WaitingTest(TestDatabase database) {
        super(database, options -> options.poolSize(1).connectionTimeout(Duration.ofSeconds(20)));
    }

    @Test
    void anInterruptEndsTheWaitAsSuchAndIsNotRunAgain() throws InterruptedException {
        List<Integer> attempts = new ArrayList<>();
        whileAnotherThreadWrites(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(
                            () -> tx.retry(Retry.exponential(5, Duration.ZERO)).run(() -> attempts.add(1)))
                    .isInstanceOfSatisfying(
                            InterruptedWaitException.class,
                            e -> assertThat(e.code()).isEqualTo(CoreError.INTERRUPTED));
            assertThat(Thread.interrupted()).isTrue();
        });
        assertThat(attempts).isEmpty();
    }

    private void whileAnotherThreadWrites(Runnable meanwhile) throws InterruptedException {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread writer = new Thread(() -> tx.run(() -> {
            writing.countDown();
            awaitUninterruptibly(enough);
        }));
        writer.start();
        writing.await();
        try {
            meanwhile.run();
        } finally {
            enough.countDown();
            writer.join();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

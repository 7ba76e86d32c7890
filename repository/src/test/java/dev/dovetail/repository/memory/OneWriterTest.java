package dev.dovetail.repository.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.InterruptedWaitException;
import dev.dovetail.core.error.TransactionTimeoutException;
import dev.dovetail.repository.OutboxMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With the profile of SQLite there is one writing transaction at a time. */
@Timeout(60)
class OneWriterTest {

    private final InMemoryTransactor tx = InMemoryTransactor.create(EngineProfile.SQLITE);

    @Test
    void theSecondWriterWaitsForTheFirstAndThenSucceeds() {
        CountDownLatch begun = new CountDownLatch(1);
        // It blocks; the common pool may have a single thread, which the reader needs.
        CompletableFuture<Void> second = CompletableFuture.runAsync(
                () -> {
                    await(begun);
                    tx.run(() -> tx.outbox().add("t", "second", "{}"));
                },
                work -> new Thread(work).start());
        tx.run(() -> {
            begun.countDown();
            assertThat(tx.isActive()).isTrue();
            assertThat(second).isNotDone();
            assertThat(CompletableFuture.supplyAsync(
                                    () -> tx.readOnly().call(() -> tx.outbox().published()))
                            .join())
                    .as("readers do not wait")
                    .isEmpty();
            tx.outbox().add("t", "first", "{}");
        });
        second.join();
        assertThat(tx.outbox().published()).extracting(OutboxMessage::key).containsExactly("first", "second");
    }

    @Test
    void itsTimeOutCountsWhileItWaits() {
        tx.run(() -> CompletableFuture.runAsync(() -> assertThatExceptionOfType(TransactionTimeoutException.class)
                        .isThrownBy(() -> tx.timeout(Duration.ofMillis(5)).run(() -> {})))
                .join());
        tx.run(() -> tx.outbox().add("t", "afterwards", "{}"));
        assertThat(tx.outbox().published()).hasSize(1);
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        tx.run(() -> CompletableFuture.runAsync(() -> {
                    Thread.currentThread().interrupt();
                    assertThatExceptionOfType(InterruptedWaitException.class).isThrownBy(() -> tx.run(() -> {}));
                    assertThat(Thread.interrupted()).isTrue();
                })
                .join());
        tx.run(() -> {});
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

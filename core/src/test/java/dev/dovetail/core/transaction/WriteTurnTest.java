package dev.dovetail.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.InterruptedWaitException;
import dev.dovetail.core.error.TransactionException;
import dev.dovetail.core.error.TransactionTimeoutException;
import dev.dovetail.core.error.TransientConflictException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WriteTurnTest {

    private final WriteTurn turn = new WriteTurn(Duration.ofSeconds(20));

    @Test
    void isGivenInTheOrderOfAsking() throws InterruptedException {
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        turn.take(null);
        for (int i = 0; i < 20; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                turn.take(null);
                served.add(number);
                turn.giveBack();
            });
            threads.add(thread);
            thread.start();
            while (turn.waiting() <= i) {
                Thread.onSpinWait();
            }
        }
        turn.giveBack();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(served).isEqualTo(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void isRefusedAtOnceToTheThreadThatHasIt() {
        turn.take(null);
        assertThatThrownBy(() -> turn.take(null))
                .isInstanceOfSatisfying(
                        TransactionException.class, e -> assertThat(e.code()).isEqualTo(CoreError.SELF_DEADLOCK));
        turn.giveBack();
        turn.take(null);
    }

    @Test
    void patienceEndsAsAConflictAndATimeoutAsATimeout() {
        WriteTurn impatient = new WriteTurn(Duration.ofMillis(30));
        impatient.take(null);
        onAnotherThread(() -> {
            assertThatThrownBy(() -> impatient.take(null)).isInstanceOf(TransientConflictException.class);
            assertThatThrownBy(() -> impatient.take(Duration.ofMillis(10)))
                    .isInstanceOf(TransactionTimeoutException.class)
                    .hasMessageContaining("10 ms");
            assertThatThrownBy(() -> impatient.take(Duration.ofSeconds(Long.MAX_VALUE)))
                    .isInstanceOf(TransientConflictException.class);
        });
    }

    @Test
    void aWaitingThreadThatIsInterruptedStaysInterruptedAndIsNotToldOfAConflict() {
        turn.take(null);
        onAnotherThread(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> turn.take(null))
                    .isInstanceOf(InterruptedWaitException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
        turn.giveBack();
        onAnotherThread(() -> turn.take(null));
    }

    @Test
    void anInterruptedThreadTakesATurnThatIsFree() {
        onAnotherThread(() -> {
            Thread.currentThread().interrupt();
            turn.take(null);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
    }

    private static void onAnotherThread(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        work.run();
                        done.complete(null);
                    } catch (Throwable failure) {
                        done.completeExceptionally(failure);
                    }
                })
                .start();
        done.join();
    }
}

package dev.dovetail.core.transaction;

import dev.dovetail.core.error.InterruptedWaitException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The turn to write, for a {@link TransactionBackend} with one writer at a time, as SQLite is. SQLite's own waiting threads
 * poll, the last one as likely to come next as the first; inside one process this queue is fair, and nobody polls.
 * Thread-safe.
 */
public final class WriteTurn {

    /** How long a transaction waits for its turn where nobody says otherwise. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

    private final Semaphore turn = new Semaphore(1, true);
    private final Duration patience;
    private volatile @Nullable Thread owner;

    /**
     * A turn that is free.
     *
     * @param patience how long a transaction waits for it at the most
     */
    public WriteTurn(Duration patience) {
        this.patience = Objects.requireNonNull(patience, "patience");
    }

    /**
     * Waits for the turn; it is this thread's until {@link #giveBack()}.
     *
     * @param timeout of the transaction that is to begin, or null
     * @throws dev.dovetail.core.error.TransactionException if this thread has it already
     * @throws dev.dovetail.core.error.TransientConflictException if patience ends
     * @throws dev.dovetail.core.error.TransactionTimeoutException if the time-out is over before
     * @throws dev.dovetail.core.error.InterruptedWaitException if the thread is interrupted while it waits
     */
    public void take(@Nullable Duration timeout) {
        if (owner == Thread.currentThread()) {
            throw WriteTurnErrors.selfDeadlock();
        }
        // A turn that nobody waits for is taken by an interrupted thread, too, as a connection is.
        if (turn.hasQueuedThreads() || !turn.tryAcquire()) {
            await(timeout);
        }
        owner = Thread.currentThread();
    }

    /** To whoever waits longest. */
    public void giveBack() {
        owner = null;
        turn.release();
    }

    /** How many threads wait. */
    int waiting() {
        return turn.getQueueLength();
    }

    private void await(@Nullable Duration timeout) {
        Duration longest = timeout == null || timeout.compareTo(patience) > 0 ? patience : timeout;
        try {
            if (!turn.tryAcquire(TimeUnit.NANOSECONDS.convert(longest), TimeUnit.NANOSECONDS)) {
                throw longest == patience ? WriteTurnErrors.busy(patience) : WriteTurnErrors.tooLate(longest);
            }
        } catch (InterruptedException interruption) {
            throw InterruptedWaitException.of("its turn to write to SQLite", interruption);
        }
    }
}

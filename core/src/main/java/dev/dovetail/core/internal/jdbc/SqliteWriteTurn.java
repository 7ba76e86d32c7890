package dev.dovetail.core.internal.jdbc;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * SQLite has one writer at a time, and those who wait poll for it, the last one as likely as the first. Inside one
 * process this queue is fair, and nobody polls.
 */
final class SqliteWriteTurn {

    private final Semaphore turn = new Semaphore(1, true);
    private final Duration patience;
    private volatile @Nullable Thread owner;

    SqliteWriteTurn(Duration patience) {
        this.patience = patience;
    }

    /**
     * Waits for the turn.
     *
     * @param timeout of the transaction that is to begin, or null
     */
    void take(@Nullable Duration timeout) {
        if (owner == Thread.currentThread()) {
            throw BeginErrors.selfDeadlock();
        }
        // A turn that nobody waits for is taken by an interrupted thread, too, as a connection is.
        if (turn.hasQueuedThreads() || !turn.tryAcquire()) {
            await(timeout);
        }
        owner = Thread.currentThread();
    }

    void giveBack() {
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
                throw longest == patience ? BeginErrors.busy(patience) : BeginErrors.tooLate(longest);
            }
        } catch (InterruptedException interrupted) {
            throw BeginErrors.interrupted("its turn to write to SQLite", interrupted);
        }
    }
}

package dev.dovetail.repository.internal.store;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One writing transaction at a time, in the order in which they came. */
final class WriteTurn {

    /** As core waits where nobody says otherwise. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Semaphore turn = new Semaphore(1, true);

    /**
     * Waits for the turn.
     *
     * @param timeout of the transaction that is to begin, or null
     */
    void take(@Nullable Duration timeout) {
        Duration longest = timeout == null || timeout.compareTo(PATIENCE) > 0 ? PATIENCE : timeout;
        try {
            if (!turn.tryAcquire(TimeUnit.NANOSECONDS.convert(longest), TimeUnit.NANOSECONDS)) {
                throw longest == PATIENCE ? StoreErrors.busy(PATIENCE) : StoreErrors.tooLate(longest);
            }
        } catch (InterruptedException interrupted) {
            throw StoreErrors.interrupted(interrupted);
        }
    }

    void giveBack() {
        turn.release();
    }
}

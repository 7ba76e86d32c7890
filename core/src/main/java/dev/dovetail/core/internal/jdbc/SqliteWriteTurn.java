package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.TransientConflictException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * SQLite has one writer at a time, and those who wait poll for it, the last one as likely as the first. Inside one
 * process this queue is fair, and nobody polls.
 */
final class SqliteWriteTurn {

    private final Semaphore turn = new Semaphore(1, true);
    private final Duration patience;

    SqliteWriteTurn(Duration patience) {
        this.patience = patience;
    }

    void take() {
        boolean taken = false;
        boolean interrupted = false;
        try {
            taken = turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupted = true;
        }
        if (!taken) {
            throw new TransientConflictException(
                    new Explanation(
                            CoreError.TRANSIENT_CONFLICT,
                            interrupted
                                    ? "The thread was interrupted while it waited to write to SQLite."
                                    : "SQLite stayed busy for " + patience.toMillis()
                                            + " ms: another transaction of this process is writing.",
                            "SQLite has one writer at a time, and that one takes long",
                            "make write transactions shorter, raise options.busyTimeout(…), or use retry(…)"),
                    null);
        }
    }

    void giveBack() {
        turn.release();
    }
}

package dev.dovetail.migrations.lock;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import java.sql.SQLException;
import java.time.Duration;

/** Tries again and again: who waits inside the engine would block statements that wait for all transactions. */
final class Polling {

    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 250;

    private Polling() {}

    interface Attempt {
        boolean succeeds() throws SQLException;
    }

    interface Holder {
        String describe() throws SQLException;
    }

    static void until(Duration timeout, Attempt attempt, Holder holder) throws SQLException {
        long deadline = System.nanoTime() + timeout.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (!attempt.succeeds()) {
            if (System.nanoTime() - deadline >= 0) {
                throw held(timeout, holder.describe());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw held(timeout, holder.describe() + "; waiting for it was interrupted");
            }
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }

    static MigrationException held(Duration timeout, String holder) {
        return new MigrationException(new Explanation(
                MigrationError.LOCK_HELD,
                "Another process migrates this database, and did not finish within " + timeout.toMillis()
                        + " ms. It is " + holder + ".",
                "a long migration, or one that waits for a lock that somebody else holds",
                "wait for it and run again; set a longer lockTimeout if that is normal; end the other process if it"
                        + " hangs"));
    }
}

package dev.dovetail.core.transaction;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.TransactionException;
import dev.dovetail.core.error.TransactionTimeoutException;
import dev.dovetail.core.error.TransientConflictException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Why a transaction did not get its turn to write. */
final class WriteTurnErrors {

    private WriteTurnErrors() {}

    static TransientConflictException busy(Duration patience) {
        return new TransientConflictException(
                new Explanation(
                        CoreError.TRANSIENT_CONFLICT,
                        "SQLite stayed busy for " + TimeUnit.MILLISECONDS.convert(patience)
                                + " ms: another transaction of this process is writing.",
                        "SQLite has one writer at a time, and that one takes long",
                        "make write transactions shorter, raise busyTimeout(…) of the database, or use retry(…)"),
                null);
    }

    static TransactionTimeoutException tooLate(Duration timeout) {
        return new TransactionTimeoutException(
                new Explanation(
                        CoreError.TIMED_OUT,
                        "The transaction waited for its turn to write to SQLite until its time-out of "
                                + TimeUnit.MILLISECONDS.convert(timeout) + " ms was over.",
                        "SQLite has one writer at a time, and that one takes long",
                        "make write transactions shorter, or raise timeout(…)"),
                null);
    }

    static TransactionException selfDeadlock() {
        return new TransactionException(
                new Explanation(
                        CoreError.SELF_DEADLOCK,
                        "A second write transaction was asked for inside a SQLite write transaction of the same"
                                + " thread.",
                        "requiresNew() around work that writes; SQLite has one writer at a time, so it could only wait"
                                + " for the transaction around it",
                        "join the running transaction, use nested(), or do the work in afterCommit(…)"),
                null);
    }
}

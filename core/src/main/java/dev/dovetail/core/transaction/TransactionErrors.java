package dev.dovetail.core.transaction;

import dev.dovetail.core.error.AfterCommitHookException;
import dev.dovetail.core.error.ConflictingOptionException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.NoTransactionException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.error.TransactionException;
import dev.dovetail.core.error.TransactionTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The messages of this package. */
final class TransactionErrors {

    private TransactionErrors() {}

    static NoTransactionException noTransaction(String what) {
        return new NoTransactionException(
                new Explanation(
                        CoreError.NO_TRANSACTION,
                        "'" + what + "' needs a transaction, and none is running on thread '"
                                + Thread.currentThread().getName() + "'.",
                        "the call is outside of a transactor's block, or on another thread than the block",
                        "call it inside transactor.run(() -> …) or transactor.call(() -> …), on the same thread"),
                null);
    }

    static NoTransactionException ended() {
        return new NoTransactionException(
                new Explanation(
                        CoreError.NO_TRANSACTION,
                        "A transaction, or a connection or statement of it, was used after it had ended.",
                        "a connection, a prepared statement (keepStatement) or a lazy result was kept and used later",
                        "do all of it inside the transactor's block; ask for connections and statements anew each"
                                + " time"),
                null);
    }

    static ConflictingOptionException conflict(String asked, String running, String fix) {
        return new ConflictingOptionException(
                new Explanation(
                        CoreError.CONFLICTING_OPTION,
                        "A block asks for " + asked + ", but the transaction it joins " + running + ".",
                        "a method with its own transaction options is called from within another transaction",
                        fix),
                null);
    }

    static TransactionDoomedException doomed(Throwable failure) {
        return new TransactionDoomedException(
                new Explanation(
                        CoreError.TRANSACTION_DOOMED,
                        "The transaction cannot go on or commit, because something in it failed before: "
                                + firstLine(failure),
                        "the failure was caught inside the transaction, and the code went on",
                        "let the failure leave the block, or wrap what may fail in transactor.nested().run(() -> …),"
                                + " which takes back just that part"),
                failure);
    }

    static TransactionTimeoutException timedOut(TransactionOptions options) {
        Duration limit = Objects.requireNonNull(options.timeout());
        return new TransactionTimeoutException(
                new Explanation(
                        CoreError.TIMED_OUT,
                        "The transaction took longer than its time-out of " + millis(limit)
                                + " ms; everything is rolled back.",
                        "slow statements, waiting for a lock, or slow code between statements",
                        "move slow work that is not about the database out of the block, or raise timeout(…)"),
                null);
    }

    static TransactionException wrongThread(Thread owner) {
        return new TransactionException(
                new Explanation(
                        CoreError.WRONG_THREAD,
                        "The transaction of thread '" + owner.getName() + "' was used on thread '"
                                + Thread.currentThread().getName() + "'.",
                        "work inside a transaction's block was handed to an executor, a parallel stream or a callback",
                        "do all work of a transaction on the thread that began it; load what other threads need first"),
                null);
    }

    static TransactionException openSavepoint() {
        return new TransactionException(
                new Explanation(
                        CoreError.SAVEPOINT_LEFT_OPEN,
                        "A transaction or savepoint cannot be kept, because a savepoint inside of it was never ended.",
                        "openSavepoint() without release() or rollback(…) on every path",
                        "use transactor.nested(), which ends it by itself, or end it in a finally block"),
                null);
    }

    static TransactionException endlessHooks(int rounds) {
        return new TransactionException(
                new Explanation(
                        CoreError.ENDLESS_HOOKS,
                        "After " + rounds
                                + " rounds, beforeCommit hooks still register further ones; everything is rolled"
                                + " back.",
                        "a hook registers itself again, or a callback of an entity registers a hook that changes the"
                                + " entity",
                        "register such a hook once for a transaction"),
                null);
    }

    static AfterCommitHookException hookFailed(Throwable failure) {
        return new AfterCommitHookException(
                new Explanation(
                        CoreError.AFTER_COMMIT_HOOK_FAILED,
                        "The transaction is committed, but an afterCommit hook failed: " + firstLine(failure),
                        "the hook does work that can fail, such as calling another system",
                        "handle the failure inside the hook; for work that must not get lost, write an outbox row in"
                                + " the transaction instead"),
                failure);
    }

    /** For a message, also of a time that is too long to be counted in milliseconds. */
    static String millis(Duration duration) {
        return String.valueOf(TimeUnit.MILLISECONDS.convert(duration));
    }

    private static String firstLine(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        int end = message.indexOf('\n');
        return failure.getClass().getSimpleName() + ": " + (end < 0 ? message : message.substring(0, end));
    }
}

package dev.dovetail.core.transaction;

import dev.dovetail.core.error.AfterCommitHookException;
import dev.dovetail.core.error.CommitOutcomeUnknownException;
import dev.dovetail.core.error.LeavesTransactionIntact;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.NonUniqueResultException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Binds transactions to threads and holds the rules of {@link Transactor} for every backend. For those who build a
 * persistence. Thread-safe.
 */
public final class TransactionManager {

    private final TransactionBackend backend;

    @SuppressWarnings("ThreadLocalUsage") // one transaction for each thread and database, and databases live long
    private final ThreadLocal<@Nullable ManagedTransaction> current = new ThreadLocal<>();

    private TransactionManager(TransactionBackend backend) {
        this.backend = backend;
    }

    /** A manager for the transactions of a backend. */
    public static TransactionManager over(TransactionBackend backend) {
        return new TransactionManager(backend);
    }

    /** The transactor with default options: joins, writes, the engine's isolation, no time-out, no retry. */
    public Transactor transactor() {
        return new ConfiguredTransactor(this, TransactorSettings.DEFAULT);
    }

    /** The transaction that runs on this thread, or null. */
    public @Nullable ActiveTransaction current() {
        return current.get();
    }

    /**
     * The transaction that runs on this thread.
     *
     * @param what the call that needs it, for the message
     * @throws dev.dovetail.core.error.NoTransactionException if there is none
     */
    public ActiveTransaction require(String what) {
        return requireManaged(what);
    }

    ManagedTransaction requireManaged(String what) {
        ManagedTransaction running = current.get();
        if (running == null) {
            throw TransactionErrors.noTransaction(what);
        }
        return running;
    }

    <T extends @Nullable Object, X extends Exception> T execute(
            TransactorSettings settings, TransactionalCallable<T, X> work) throws X {
        ManagedTransaction running = current.get();
        if (running == null || settings.propagation() == Propagation.NEW) {
            Retry retry = settings.retry();
            return retry == null ? own(settings, running, work) : retried(settings, retry, running, work);
        }
        requireCompatible(settings, running);
        return settings.propagation() == Propagation.NESTED
                ? running.openSavepoint().around(work)
                : joined(running, work);
    }

    private <T extends @Nullable Object, X extends Exception> T own(
            TransactorSettings settings, @Nullable ManagedTransaction suspended, TransactionalCallable<T, X> work)
            throws X {
        long startedAt = System.nanoTime();
        ManagedTransaction transaction = new ManagedTransaction(
                backend.begin(settings.options(), suspended == null ? null : suspended.resource()), startedAt);
        current.set(transaction);
        T result;
        try {
            // Waiting for the begin counts.
            transaction.requireUsable();
            result = work.call();
            transaction.commit();
        } catch (Throwable failure) {
            endFailed(transaction, suspended, failure);
            throw failure;
        }
        try {
            transaction.complete(null);
        } finally {
            bind(suspended);
        }
        Throwable hookFailure = transaction.hooks().runAfterCommit();
        if (hookFailure != null) {
            // Also for an Error: the caller must learn that the transaction is committed.
            throw TransactionErrors.hookFailed(hookFailure);
        }
        return result;
    }

    private void endFailed(ManagedTransaction transaction, @Nullable ManagedTransaction suspended, Throwable failure) {
        try {
            transaction.rollback(failure);
            transaction.complete(failure);
        } finally {
            bind(suspended);
        }
        if (!transaction.isOutcomeUnknown()) {
            transaction.hooks().runAfterRollback(failure);
        }
    }

    private void bind(@Nullable ManagedTransaction transaction) {
        if (transaction == null) {
            current.remove();
        } else {
            current.set(transaction);
        }
    }

    private <T extends @Nullable Object, X extends Exception> T joined(
            ManagedTransaction running, TransactionalCallable<T, X> work) throws X {
        try {
            return work.call();
        } catch (Throwable failure) {
            if (!leavesIntact(failure)) {
                running.doom(failure);
            }
            throw failure;
        }
    }

    private boolean leavesIntact(Throwable failure) {
        return failure instanceof LeavesTransactionIntact
                || failure instanceof EmptyResultException
                || failure instanceof NonUniqueResultException
                || backend.leavesIntact(failure);
    }

    private <T extends @Nullable Object, X extends Exception> T retried(
            TransactorSettings settings,
            Retry retry,
            @Nullable ManagedTransaction suspended,
            TransactionalCallable<T, X> work)
            throws X {
        long startedAt = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return own(settings, suspended, work);
            } catch (Throwable failure) {
                Duration elapsed = Duration.ofNanos(System.nanoTime() - startedAt);
                Duration wait = isRetryable(failure, retry)
                        ? retry.waitAfter(attempt, elapsed, ThreadLocalRandom.current())
                        : null;
                if (wait == null || !waited(wait)) {
                    throw failure;
                }
                backend.retrying(failure);
            }
        }
    }

    /** False if the thread was interrupted, which it stays. */
    private static boolean waited(Duration wait) {
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            return !Thread.currentThread().isInterrupted();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whatever wraps it: work that is committed, or may be, must not be done twice. */
    private boolean isRetryable(Throwable failure, Retry retry) {
        if (Causes.anyIs(AfterCommitHookException.class, failure)) {
            return false;
        }
        if (Causes.anyIs(CommitOutcomeUnknownException.class, failure)) {
            return retry.whenOutcomeUnknown();
        }
        return Causes.of(failure).stream().anyMatch(backend::isTransient);
    }

    private static void requireCompatible(TransactorSettings asked, ManagedTransaction running) {
        TransactionOptions options = running.resource().options();
        if (asked.retry() != null) {
            throw TransactionErrors.conflict(
                    "retry",
                    "can only be run again as a whole",
                    "put retry(…) on the outermost transaction, or use requiresNew()");
        }
        if (asked.readOnly() && !options.readOnly()) {
            throw TransactionErrors.conflict(
                    "read-only",
                    "can write",
                    "call it without readOnly() here, or use requiresNew().readOnly(), which does not see what this"
                            + " transaction wrote");
        }
        Isolation isolation = asked.isolation();
        if (isolation != null
                && (options.isolation() == null || options.isolation().compareTo(isolation) < 0)) {
            throw TransactionErrors.conflict(
                    "isolation " + isolation,
                    options.isolation() == null
                            ? "was begun with the engine's default isolation"
                            : "was begun with " + options.isolation(),
                    "ask for " + isolation + " on the outermost transaction, or use requiresNew()");
        }
        Duration timeout = asked.timeout();
        Duration remaining = running.remaining();
        if (timeout != null && (remaining == null || remaining.compareTo(timeout) > 0)) {
            throw TransactionErrors.conflict(
                    "a time-out of " + TransactionErrors.millis(timeout) + " ms",
                    remaining == null ? "has none" : "may still take " + TransactionErrors.millis(remaining) + " ms",
                    "set the time-out on the outermost transaction, or use requiresNew()");
        }
    }
}

package dev.dovetail.core.transaction;

import dev.dovetail.core.error.AfterCommitHookException;
import dev.dovetail.core.error.CommitOutcomeUnknownException;
import dev.dovetail.core.error.LeavesTransactionIntact;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.NonUniqueResultException;
import java.time.Duration;
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
        return settings.propagation() == Propagation.NESTED ? running.nested(work) : joined(running, work);
    }

    private <T extends @Nullable Object, X extends Exception> T own(
            TransactorSettings settings, @Nullable ManagedTransaction suspended, TransactionalCallable<T, X> work)
            throws X {
        TransactionResource resource =
                backend.begin(settings.options(), suspended == null ? null : suspended.resource());
        ManagedTransaction transaction = new ManagedTransaction(resource);
        current.set(transaction);
        T result;
        try {
            result = work.call();
            transaction.commit();
        } catch (Throwable failure) {
            try {
                transaction.rollback(failure);
                transaction.complete(false, failure);
            } finally {
                bind(suspended);
            }
            if (!(failure instanceof CommitOutcomeUnknownException)) {
                transaction.hooks().runAfterRollback(failure);
            }
            throw failure;
        }
        try {
            transaction.complete(true, null);
        } finally {
            bind(suspended);
        }
        Throwable hookFailure = transaction.hooks().runAfterCommit();
        if (hookFailure instanceof Error error) {
            throw error;
        }
        if (hookFailure != null) {
            throw TransactionErrors.hookFailed(hookFailure);
        }
        return result;
    }

    private void bind(@Nullable ManagedTransaction transaction) {
        if (transaction == null) {
            current.remove();
        } else {
            current.set(transaction);
        }
    }

    private static <T extends @Nullable Object, X extends Exception> T joined(
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

    private static boolean leavesIntact(Throwable failure) {
        return failure instanceof LeavesTransactionIntact
                || failure instanceof EmptyResultException
                || failure instanceof NonUniqueResultException;
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
                if (attempt >= retry.attempts() || !isRetryable(failure, retry)) {
                    throw failure;
                }
                Duration delay = retry.delayAfter(attempt);
                if (System.nanoTime() - startedAt + delay.toNanos()
                        > retry.deadline().toNanos()) {
                    throw failure;
                }
                try {
                    Thread.sleep(delay.toMillis(), (int) (delay.toNanos() % 1_000_000));
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw failure;
                }
            }
        }
    }

    private boolean isRetryable(Throwable failure, Retry retry) {
        if (failure instanceof AfterCommitHookException) {
            return false;
        }
        if (failure instanceof CommitOutcomeUnknownException) {
            return retry.whenOutcomeUnknown();
        }
        return backend.isTransient(failure);
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
                    "a time-out of " + timeout.toMillis() + " ms",
                    remaining == null ? "has none" : "may still take " + remaining.toMillis() + " ms",
                    "set the time-out on the outermost transaction, or use requiresNew()");
        }
    }
}

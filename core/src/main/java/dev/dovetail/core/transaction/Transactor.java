package dev.dovetail.core.transaction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Runs blocks of work as transactions: all or nothing. The same type works for a database alone, for entities and for
 * the fakes, with the same rules.
 *
 * <p>A block commits when it returns and rolls back when anything is thrown out of it, also an {@link Error}; what was
 * thrown reaches the caller unchanged. {@link #run} and {@link #call} join the transaction of their thread if there is
 * one. A joined block cannot be taken back alone: when something is thrown out of it, or a statement in it failed, the
 * whole transaction is doomed, even if the caller catches it. {@link #nested()} is the way to try something that may
 * fail. "Not found", "more than one" and fetch guard exceptions doom nothing.
 *
 * <p>The methods that return a {@code Transactor} return a configured copy. Instances are immutable and thread-safe; a
 * transaction belongs to one thread.
 */
public interface Transactor {

    /**
     * Runs the work in a transaction.
     *
     * @throws X what the work throws, after rollback
     * @throws dev.dovetail.core.error.TransactionDoomedException if the work returned though something in it had failed
     */
    <X extends Exception> void run(TransactionalRunnable<X> work) throws X;

    /**
     * Runs the work in a transaction and returns its result.
     *
     * @throws X what the work throws, after rollback
     * @throws dev.dovetail.core.error.TransactionDoomedException if the work returned though something in it had failed
     */
    <T extends @Nullable Object, X extends Exception> T call(TransactionalCallable<T, X> work) throws X;

    /**
     * A copy whose blocks are savepoints inside a running transaction: a failure takes back the block alone, and the
     * caller may catch it and go on. Without a running transaction it begins one.
     */
    Transactor nested();

    /**
     * A copy whose blocks are transactions of their own, on another connection, while a running one waits. Inside a
     * SQLite write transaction a second one is refused at once: it could only wait for the first.
     */
    Transactor requiresNew();

    /** A copy whose blocks are refused to write. */
    Transactor readOnly();

    /** A copy whose blocks have at least this isolation. */
    Transactor isolation(Isolation level);

    /**
     * A copy whose transactions may take at most this long, from their begin. Later statements are refused or cancelled
     * and nothing is committed.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    Transactor timeout(Duration limit);

    /** A copy that runs the whole work again after a transient failure. Only for blocks that do not join another. */
    Transactor retry(Retry policy);

    /**
     * Registers a hook that runs before the current transaction commits, in it. If it throws, all is rolled back. Hooks
     * may register further ones, up to a thousand times in a row; what they change is written, too.
     *
     * @throws dev.dovetail.core.error.NoTransactionException if there is none on this thread
     */
    void beforeCommit(Runnable hook);

    /**
     * Registers a hook that runs after the current transaction committed, outside of it. All hooks run even if one
     * throws, also an {@link Error}; the caller then gets an {@link dev.dovetail.core.error.AfterCommitHookException}
     * with the first failure as its cause.
     *
     * @throws dev.dovetail.core.error.NoTransactionException if there is none on this thread
     */
    void afterCommit(Runnable hook);

    /**
     * Registers a hook that runs after the current transaction, or the nested block in which it was registered, was
     * rolled back. What it throws is added as suppressed to the failure. When the outcome of the commit is unknown,
     * neither these hooks nor those after commit run.
     *
     * @throws dev.dovetail.core.error.NoTransactionException if there is none on this thread
     */
    void afterRollback(Runnable hook);

    /** Whether a transaction runs on this thread. */
    boolean isActive();
}

package dev.dovetail.core.transaction;

import org.jspecify.annotations.Nullable;

/**
 * What begins physical transactions: a database, or the memory of a fake. The rules of joining, nesting, dooming,
 * hooks and retry stand once, in {@link TransactionManager}, whatever lies beneath.
 *
 * <p>For those who build a persistence; applications use {@link Transactor}. Implementations are thread-safe.
 */
public interface TransactionBackend {

    /**
     * Begins a transaction on the calling thread.
     *
     * @param options what was asked for
     * @param suspended the transaction of the same thread that waits meanwhile, or null
     * @throws dev.dovetail.core.error.TransactionException if the new one could only wait for the suspended one
     */
    TransactionResource begin(TransactionOptions options, @Nullable TransactionResource suspended);

    /**
     * Whether running the whole transaction again may succeed where it failed with this. Asked for the failure, and then
     * for each of its causes.
     */
    boolean isTransient(Throwable failure);

    /**
     * Whether this exception, known to the backend alone, says something about the caller's code and not about the data,
     * like {@link dev.dovetail.core.error.LeavesTransactionIntact} does. By default none does.
     */
    default boolean leavesIntact(Throwable failure) {
        return false;
    }

    /** A whole transaction is about to be run again because of this. By default that interests nobody. */
    default void retrying(Throwable failure) {}
}

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

    /** Whether running the whole transaction again may succeed where it failed with this. */
    boolean isTransient(Throwable failure);
}

package dev.dovetail.core.transaction;

/**
 * One physical transaction of a {@link TransactionBackend}, used by the thread that began it. Its methods throw typed
 * exceptions of {@code dev.dovetail.core.error}.
 */
public interface TransactionResource extends AutoCloseable {

    /** What it was begun with. */
    TransactionOptions options();

    /**
     * Makes everything durable. After a failure only {@link #rollback} and {@link #close} may follow.
     *
     * @throws dev.dovetail.core.error.CommitOutcomeUnknownException if it may or may not have taken place
     */
    void commit();

    /** Takes everything back. */
    void rollback();

    /** Marks a point to which {@link #rollbackTo} can return. */
    Object createSavepoint();

    /** Takes back what happened since the savepoint, which is gone afterwards. */
    void rollbackTo(Object savepoint);

    /** Forgets the savepoint and keeps what happened since. */
    void release(Object savepoint);

    /** Gives back what the transaction holds. Called exactly once, also after failures; does not throw. */
    @Override
    void close();
}

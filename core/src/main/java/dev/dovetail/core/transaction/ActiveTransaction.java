package dev.dovetail.core.transaction;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The running transaction of a thread, for those who build a persistence. Used on that thread only. */
public interface ActiveTransaction {

    /** The physical transaction. */
    TransactionResource resource();

    /** What is kept for the life of this transaction under a key; made by the first call. */
    <R> R attachment(Object key, Supplier<R> factory);

    /** What is kept under a key, or null. */
    @Nullable
    Object attachment(Object key);

    /** Adds a participant, called in the order of enlisting. */
    void enlist(TransactionParticipant participant);

    /** Marks the innermost savepoint, or the whole transaction, as one that must roll back because of this. */
    void doom(Throwable failure);

    /** What doomed the innermost level, or null. */
    @Nullable
    Throwable doomedBy();

    /**
     * Makes sure that work may go on in the innermost level.
     *
     * @throws dev.dovetail.core.error.TransactionException if this is not the thread that began it
     * @throws dev.dovetail.core.error.TransactionDoomedException if something in it has failed
     * @throws dev.dovetail.core.error.TransactionTimeoutException if its time is over
     */
    void requireUsable();

    /** How long the transaction may still take; null if it has no time-out. Zero or less: too late. */
    @Nullable
    Duration remaining();

    /** Whether nobody knows if it was committed or rolled back, which is found out at its end. */
    boolean isOutcomeUnknown();

    /**
     * How many savepoints are open. Before one is set, and after a return to it, it is not counted: what a participant
     * keeps for a savepoint can be found again by this number.
     */
    int openSavepoints();

    /**
     * Opens a savepoint that the caller ends itself, before the transaction ends. If it cannot be opened, the level
     * around it is doomed.
     */
    SavepointScope openSavepoint();

    /** A savepoint opened by hand. It is released, or else rolled back, once; also if releasing it failed. */
    interface SavepointScope {
        /**
         * Keeps what happened since.
         *
         * @throws dev.dovetail.core.error.TransactionDoomedException if something failed since
         * @throws dev.dovetail.core.error.TransactionException if a savepoint inside of it is still open
         */
        void release();

        /**
         * Takes back what happened since, also in savepoints inside of it that are still open, and runs their
         * {@code afterRollback} hooks. What fails meanwhile is added to the failure as suppressed, and dooms the level
         * around if something could not be taken back.
         *
         * @param because the failure that led to this
         */
        void rollback(Throwable because);
    }
}

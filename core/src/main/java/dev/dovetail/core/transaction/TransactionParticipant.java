package dev.dovetail.core.transaction;

/**
 * Something that keeps state beside the transaction, such as a unit of work with pending changes, and takes part in its
 * end. Called on the transaction's thread. For those who build a persistence.
 */
public interface TransactionParticipant {

    /**
     * Before commit, after the {@code beforeCommit} hooks: write what is pending. Called again if that led to further
     * hooks. A failure rolls back.
     */
    void beforeCommit();

    /** Before a savepoint is set: write what is pending, so that it belongs to the outer block. */
    void beforeSavepoint();

    /** After a nested block ended well, before its savepoint is released: write what is pending in it. */
    void beforeRelease();

    /** After a return to a savepoint: forget what no longer holds. */
    void afterRollbackToSavepoint();

    /** After the physical end, before the connection is given back: let go of everything. Should not throw. */
    void afterCompletion(boolean committed);
}

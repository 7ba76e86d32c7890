package dev.dovetail.core.transaction;

import org.jspecify.annotations.Nullable;

/** A savepoint of a running transaction. */
final class OpenSavepoint implements ActiveTransaction.SavepointScope {

    private final ManagedTransaction transaction;
    private final Object handle;
    private final Level level;

    OpenSavepoint(ManagedTransaction transaction, Object handle, Level level) {
        this.transaction = transaction;
        this.handle = handle;
        this.level = level;
    }

    @Override
    public void release() {
        Level innermost = transaction.level();
        if (innermost != level) {
            requireOpen();
            throw TransactionErrors.openSavepoint();
        }
        level.requireNotDoomed();
        transaction.forEachParticipant(TransactionParticipant::beforeRelease);
        level.requireNotDoomed();
        transaction.resource().release(handle);
        transaction.levels().pop();
        transaction.level().hooks().absorb(level.hooks());
    }

    @Override
    public void rollback(Throwable because) {
        requireOpen();
        transaction.abandonLevelsInside(level);
        transaction.levels().pop();
        Throwable first = level.doomedBy();
        if (first != null) {
            Causes.suppress(because, first);
        }
        attempt(() -> transaction.resource().rollbackTo(handle), because);
        transaction.forEachParticipant(participant -> attempt(participant::afterRollbackToSavepoint, because));
        level.hooks().runAfterRollback(because);
    }

    /** What cannot be taken back here must be taken back with the level around. */
    private void attempt(Runnable step, Throwable because) {
        try {
            step.run();
        } catch (Throwable failure) {
            transaction.doom(failure);
            Causes.suppress(because, failure);
        }
    }

    private void requireOpen() {
        if (!transaction.levels().contains(level)) {
            throw new IllegalStateException("A savepoint was ended twice, or after its transaction");
        }
    }

    /** Runs the block, and keeps or takes back what it did. */
    <T extends @Nullable Object, X extends Exception> T around(TransactionalCallable<T, X> work) throws X {
        try {
            T result = work.call();
            release();
            return result;
        } catch (Throwable failure) {
            rollback(failure);
            throw failure;
        }
    }
}

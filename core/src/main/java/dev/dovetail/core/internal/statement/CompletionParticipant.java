package dev.dovetail.core.internal.statement;

import dev.dovetail.core.transaction.TransactionParticipant;

/** Takes part in nothing but the end of a transaction. */
abstract class CompletionParticipant implements TransactionParticipant {

    @Override
    public final void beforeCommit() {}

    @Override
    public final void beforeSavepoint() {}

    @Override
    public final void beforeRelease() {}

    @Override
    public final void afterRollbackToSavepoint() {}
}

package dev.dovetail.core.internal.statement;

import dev.dovetail.core.internal.jdbc.OnConnection;
import dev.dovetail.core.transaction.TransactionBackend;
import dev.dovetail.core.transaction.TransactionOptions;
import dev.dovetail.core.transaction.TransactionResource;
import org.jspecify.annotations.Nullable;

/** Transactions of which those are told who want to know; while nobody does, the transactions themselves. */
public record ObservedTransactions(TransactionBackend backend, Observations observations)
        implements TransactionBackend {

    @Override
    public TransactionResource begin(TransactionOptions options, @Nullable TransactionResource suspended) {
        if (!observations.transactionsAreWanted()) {
            return backend.begin(options, suspended);
        }
        long startedAt = System.nanoTime();
        OnConnection begun = (OnConnection) backend.begin(options, suspended);
        observations.tell(observer -> observer.begun(options));
        return new ObservedTransaction(begun, observations, startedAt);
    }

    @Override
    public boolean isTransient(Throwable failure) {
        return backend.isTransient(failure);
    }

    @Override
    public boolean leavesIntact(Throwable failure) {
        return backend.leavesIntact(failure);
    }

    @Override
    public void retrying(Throwable failure) {
        observations.tell(observer -> observer.retrying(failure));
    }
}

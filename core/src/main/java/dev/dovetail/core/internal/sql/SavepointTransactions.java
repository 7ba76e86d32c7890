package dev.dovetail.core.internal.sql;

import dev.dovetail.core.transaction.ActiveTransaction.SavepointScope;
import dev.dovetail.core.transaction.TransactionManager;
import org.jooq.Transaction;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;

/** jOOQ's own {@code transaction(…)} becomes a savepoint: left alone, it would commit the connection under us. */
record SavepointTransactions(TransactionManager transactions) implements TransactionProvider {

    @Override
    public void begin(TransactionContext context) {
        context.transaction(
                new Scope(transactions.require("DSLContext.transaction").openSavepoint()));
    }

    @Override
    public void commit(TransactionContext context) {
        ((Scope) context.transaction()).savepoint().release();
    }

    @Override
    public void rollback(TransactionContext context) {
        // jOOQ also calls this when the begin failed; then there is nothing to take back.
        if (context.transaction() instanceof Scope scope) {
            Throwable failure = context.causeThrowable();
            scope.savepoint()
                    .rollback(failure == null ? new IllegalStateException("A block of jOOQ was rolled back") : failure);
        }
    }

    private record Scope(SavepointScope savepoint) implements Transaction {}
}

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
        scope(context).release();
    }

    @Override
    public void rollback(TransactionContext context) {
        scope(context).rollback();
    }

    private static SavepointScope scope(TransactionContext context) {
        return ((Scope) context.transaction()).savepoint();
    }

    private record Scope(SavepointScope savepoint) implements Transaction {}
}

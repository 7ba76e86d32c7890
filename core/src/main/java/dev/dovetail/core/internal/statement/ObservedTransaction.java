package dev.dovetail.core.internal.statement;

import dev.dovetail.core.error.CommitOutcomeUnknownException;
import dev.dovetail.core.internal.jdbc.OnConnection;
import dev.dovetail.core.spi.TransactionObserver;
import dev.dovetail.core.transaction.TransactionOptions;
import dev.dovetail.core.transaction.TransactionOutcome;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;

/** A transaction of which somebody wants to know. Its end is told once. */
final class ObservedTransaction implements OnConnection {

    private final OnConnection transaction;
    private final Observations observations;
    private final long startedAt;
    private boolean ended;

    ObservedTransaction(OnConnection transaction, Observations observations, long startedAt) {
        this.transaction = transaction;
        this.observations = observations;
        this.startedAt = startedAt;
    }

    @Override
    public Connection connection() {
        return transaction.connection();
    }

    @Override
    public void sending(Statement statement) {
        transaction.sending(statement);
    }

    @Override
    public TransactionOptions options() {
        return transaction.options();
    }

    @Override
    public void commit() {
        try {
            transaction.commit();
        } catch (CommitOutcomeUnknownException unknown) {
            end(TransactionOutcome.UNKNOWN);
            throw unknown;
        }
        end(TransactionOutcome.COMMITTED);
    }

    @Override
    public void rollback() {
        try {
            transaction.rollback();
        } finally {
            end(TransactionOutcome.ROLLED_BACK);
        }
    }

    @Override
    public Object createSavepoint() {
        Object savepoint = transaction.createSavepoint();
        observations.tell(TransactionObserver::savepointSet);
        return savepoint;
    }

    @Override
    public void rollbackTo(Object savepoint) {
        transaction.rollbackTo(savepoint);
        observations.tell(TransactionObserver::savepointRolledBack);
    }

    @Override
    public void release(Object savepoint) {
        transaction.release(savepoint);
        observations.tell(TransactionObserver::savepointReleased);
    }

    @Override
    public void close() {
        transaction.close();
    }

    private void end(TransactionOutcome outcome) {
        if (!ended) {
            ended = true;
            Duration duration = Duration.ofNanos(System.nanoTime() - startedAt);
            observations.tell(observer -> observer.ended(outcome, duration));
        }
    }
}

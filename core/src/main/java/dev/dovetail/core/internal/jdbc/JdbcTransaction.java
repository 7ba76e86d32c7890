package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.error.CommitOutcomeUnknownException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.transaction.TransactionOptions;
import dev.dovetail.core.transaction.TransactionResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction on one connection. */
public final class JdbcTransaction implements TransactionResource {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcTransaction.class);

    private final Connection connection;
    private final TransactionOptions options;
    private final SqlFailures failures;
    private final Runnable whenClosed;

    JdbcTransaction(Connection connection, TransactionOptions options, SqlFailures failures, Runnable whenClosed) {
        this.connection = connection;
        this.options = options;
        this.failures = failures;
        this.whenClosed = whenClosed;
    }

    /** The connection; commit, rollback and close are this transaction's. */
    public Connection connection() {
        return connection;
    }

    @Override
    public TransactionOptions options() {
        return options;
    }

    @Override
    public void commit() {
        try {
            connection.commit();
        } catch (SQLException failure) {
            if (failures.isConnectionLost(failure)) {
                throw new CommitOutcomeUnknownException(
                        new Explanation(
                                CoreError.COMMIT_OUTCOME_UNKNOWN,
                                "The connection broke during commit: " + failure.getMessage(),
                                "the server or the network failed after the commit was sent; it may or may not have"
                                        + " taken place",
                                "look whether the data is there before running it again; work that may happen twice can"
                                        + " use retry(….evenWhenOutcomeUnknown())"),
                        failure);
            }
            throw failures.translate(failure, null);
        }
    }

    @Override
    public void rollback() {
        try {
            connection.rollback();
        } catch (SQLException failure) {
            throw failures.translate(failure, null);
        }
    }

    @Override
    public Object createSavepoint() {
        try {
            return connection.setSavepoint();
        } catch (SQLException failure) {
            throw failures.translate(failure, null);
        }
    }

    @Override
    public void rollbackTo(Object savepoint) {
        try {
            connection.rollback((Savepoint) savepoint);
            // It would stay open, with its place in the engine's memory, until the transaction ends.
            connection.releaseSavepoint((Savepoint) savepoint);
        } catch (SQLException failure) {
            throw failures.translate(failure, null);
        }
    }

    @Override
    public void release(Object savepoint) {
        try {
            connection.releaseSavepoint((Savepoint) savepoint);
        } catch (SQLException failure) {
            throw failures.translate(failure, null);
        }
    }

    @Override
    public void close() {
        try {
            // The pool restores read-only and isolation by itself.
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            LOG.debug("Could not set a connection back to autocommit; its pool will replace it", failure);
        }
        try {
            connection.close();
        } catch (SQLException failure) {
            LOG.warn("Could not give a connection back to its pool: {}", failure.getMessage());
        } finally {
            whenClosed.run();
        }
    }
}

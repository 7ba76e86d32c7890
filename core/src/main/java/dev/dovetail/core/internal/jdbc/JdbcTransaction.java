package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CommitOutcomeUnknownException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.internal.sqlite.ForeignKeySearch;
import dev.dovetail.core.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A transaction on one connection. */
public final class JdbcTransaction implements OnConnection {

    private final Engine engine;
    private final Lease lease;
    private final TransactionOptions options;
    private final SqlFailures failures;
    private final Runnable whenClosed;
    private final boolean pooled;
    private final @Nullable TimeLimit limit;
    private boolean ended;

    JdbcTransaction(
            Engine engine,
            Lease lease,
            TransactionOptions options,
            SqlFailures failures,
            @Nullable TimeLimit limit,
            boolean pooled,
            Runnable whenClosed) {
        this.engine = engine;
        this.lease = lease;
        this.options = options;
        this.failures = failures;
        this.limit = limit;
        this.pooled = pooled;
        this.whenClosed = whenClosed;
    }

    /** The pool's connection, with nothing in between; commit, rollback and close are this transaction's. */
    @Override
    public Connection connection() {
        return lease.connection();
    }

    @Override
    public void sending(Statement statement) {
        if (limit != null) {
            limit.sending(statement);
        }
    }

    @Override
    public TransactionOptions options() {
        return options;
    }

    @Override
    public void commit() {
        endLimit();
        requireIntact();
        if (options.readOnly()) {
            // Whatever found a way to write is not kept.
            rollback();
            return;
        }
        try {
            if (endsOnDriver()) {
                SqliteTransactions.commit(connection());
            } else {
                connection().commit();
            }
            ended = true;
        } catch (SQLException failure) {
            if (failures.isConnectionLost(failure)) {
                throw outcomeUnknown(failure);
            }
            throw failures.translate(
                    engine == Engine.SQLITE ? ForeignKeySearch.explainedAtCommit(failure, connection()) : failure,
                    null);
        } catch (RuntimeException | Error failure) {
            throw outcomeUnknown(failure);
        }
    }

    @Override
    public void rollback() {
        endLimit();
        if (lease.isSpoiled()) {
            return;
        }
        try {
            if (endsOnDriver()) {
                SqliteTransactions.rollback(connection());
            } else {
                connection().rollback();
            }
            ended = true;
        } catch (SQLException failure) {
            if (engine != Engine.SQLITE || !SqliteTransactions.isRolledBackAlready(connection(), failure)) {
                throw failures.translate(failure, null);
            }
            ended = true;
        }
    }

    @Override
    public Object createSavepoint() {
        try {
            return connection().setSavepoint();
        } catch (SQLException failure) {
            throw failures.translate(failure, null);
        }
    }

    @Override
    public void rollbackTo(Object savepoint) {
        try {
            connection().rollback((Savepoint) savepoint);
            // It would stay open, with its place in the engine's memory, until the transaction ends.
            connection().releaseSavepoint((Savepoint) savepoint);
        } catch (SQLException failure) {
            throw failures.translate(failure, null);
        }
    }

    @Override
    public void release(Object savepoint) {
        try {
            connection().releaseSavepoint((Savepoint) savepoint);
        } catch (SQLException failure) {
            throw failures.translate(failure, null);
        }
    }

    @Override
    public void close() {
        if (!ended) {
            // Neither committed nor rolled back: setting its autocommit mode would commit.
            lease.spoil();
        }
        try {
            endLimit();
            lease.close();
        } finally {
            whenClosed.run();
        }
    }

    /** On a connection of somebody else, whoever watches it wants to see the end of the transaction. */
    private boolean endsOnDriver() throws SQLException {
        return pooled && engine == Engine.SQLITE && SqliteTransactions.knows(connection());
    }

    /** What ends the transaction must not be cancelled half-way. */
    private void endLimit() {
        if (limit != null) {
            limit.end();
        }
    }

    private void requireIntact() {
        try {
            if (engine == Engine.POSTGRESQL && PostgresqlState.isAborted(connection())) {
                throw new TransactionDoomedException(
                        new Explanation(
                                CoreError.TRANSACTION_DOOMED,
                                "PostgreSQL aborted the transaction, because a statement in it failed; it can only be"
                                        + " rolled back.",
                                "a statement failed on the driver's own connection, where nobody sees it, and its"
                                        + " exception was caught",
                                "let the failure leave the block, or wrap what may fail in transactor.nested()"),
                        null);
            }
        } catch (SQLException failure) {
            throw failures.translate(failure, null);
        }
    }

    private CommitOutcomeUnknownException outcomeUnknown(Throwable failure) {
        lease.spoil();
        return new CommitOutcomeUnknownException(
                new Explanation(
                        CoreError.COMMIT_OUTCOME_UNKNOWN,
                        "The connection broke during commit: " + failure.getMessage(),
                        "the server or the network failed after the commit was sent; it may or may not have taken"
                                + " place",
                        "look whether the data is there before running it again; work that may happen twice can use"
                                + " retry(….evenWhenOutcomeUnknown())"),
                failure);
    }
}

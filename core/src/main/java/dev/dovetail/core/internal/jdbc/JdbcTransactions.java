package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.TransactionException;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.internal.pool.ConnectionPools;
import dev.dovetail.core.transaction.Isolation;
import dev.dovetail.core.transaction.TransactionBackend;
import dev.dovetail.core.transaction.TransactionOptions;
import dev.dovetail.core.transaction.TransactionResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;
import org.jspecify.annotations.Nullable;

/** Begins transactions on pooled connections. Thread-safe. */
public final class JdbcTransactions implements TransactionBackend {

    private final Engine engine;
    private final ConnectionPools pools;
    private final SqlFailures failures;
    private final String where;
    private final @Nullable SqliteWriteTurn writeTurn;

    /**
     * Over the connections of a database.
     *
     * @param where its URL without password, for messages
     * @param busyTimeout how long a SQLite write waits for its turn
     */
    public JdbcTransactions(
            Engine engine, ConnectionPools pools, SqlFailures failures, String where, Duration busyTimeout) {
        this.engine = engine;
        this.pools = pools;
        this.failures = failures;
        this.where = where;
        this.writeTurn = engine == Engine.SQLITE ? new SqliteWriteTurn(busyTimeout) : null;
    }

    @Override
    public TransactionResource begin(TransactionOptions options, @Nullable TransactionResource suspended) {
        SqliteWriteTurn turn = options.readOnly() ? null : writeTurn;
        if (turn != null && suspended != null && !suspended.options().readOnly()) {
            throw selfDeadlock();
        }
        if (turn != null) {
            turn.take();
        }
        Runnable whenClosed = turn == null ? () -> {} : turn::giveBack;
        Connection connection = null;
        try {
            connection = options.readOnly() ? reader() : writer();
            prepare(connection, options);
            return new JdbcTransaction(connection, options, failures, whenClosed);
        } catch (SQLException failure) {
            abandon(connection, whenClosed, failure);
            throw failures.translate(failure, null);
        } catch (RuntimeException | Error failure) {
            abandon(connection, whenClosed, failure);
            throw failure;
        }
    }

    /** A connection that may write, in autocommit mode; the caller closes it. */
    public Connection writer() {
        try {
            return pools.writer();
        } catch (SQLException | RuntimeException failure) {
            throw ConnectionFailures.of(engine, where, pools.status(), failure);
        }
    }

    /** A connection that only reads, in autocommit mode; the caller closes it. */
    public Connection reader() {
        try {
            return pools.reader();
        } catch (SQLException | RuntimeException failure) {
            throw ConnectionFailures.of(engine, where, pools.status(), failure);
        }
    }

    @Override
    public boolean isTransient(Throwable failure) {
        return isTransientItself(failure)
                || (failure instanceof SQLException sql && isTransientItself(failures.translate(sql, null)));
    }

    /** What jOOQ throws when it finds none, or more than one. */
    @Override
    public boolean leavesIntact(Throwable failure) {
        return failure instanceof NoDataFoundException || failure instanceof TooManyRowsException;
    }

    private static boolean isTransientItself(Throwable failure) {
        return failure instanceof TransientConflictException
                || (failure instanceof DatabaseUnavailableException lost && lost.code() == CoreError.CONNECTION_LOST);
    }

    private void prepare(Connection connection, TransactionOptions options) throws SQLException {
        // A shared pool's connections are not read-only for life; HikariCP sets this back when they return.
        if (options.readOnly() && !pools.readersAlwaysRefuseWrites() && engine != Engine.SQLITE) {
            connection.setReadOnly(true);
        }
        Isolation isolation = options.isolation();
        // SQLite is always serializable and its driver refuses to hear of other levels.
        if (isolation != null && engine != Engine.SQLITE) {
            connection.setTransactionIsolation(
                    switch (isolation) {
                        case READ_UNCOMMITTED -> Connection.TRANSACTION_READ_UNCOMMITTED;
                        case READ_COMMITTED -> Connection.TRANSACTION_READ_COMMITTED;
                        case REPEATABLE_READ -> Connection.TRANSACTION_REPEATABLE_READ;
                        case SERIALIZABLE -> Connection.TRANSACTION_SERIALIZABLE;
                    });
        }
        connection.setAutoCommit(false);
    }

    private static void abandon(@Nullable Connection connection, Runnable whenClosed, Throwable failure) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException closing) {
            failure.addSuppressed(closing);
        } finally {
            whenClosed.run();
        }
    }

    private static TransactionException selfDeadlock() {
        return new TransactionException(
                new Explanation(
                        CoreError.SELF_DEADLOCK,
                        "A second write transaction was asked for inside a SQLite write transaction of the same"
                                + " thread.",
                        "requiresNew() around work that writes; SQLite has one writer at a time, so it could only wait"
                                + " for the transaction around it",
                        "join the running transaction, use nested(), or do the work in afterCommit(…)"),
                null);
    }
}

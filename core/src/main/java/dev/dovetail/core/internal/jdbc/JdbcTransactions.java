package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.error.InterruptedWaitException;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.internal.pool.ConnectionPools;
import dev.dovetail.core.transaction.TransactionBackend;
import dev.dovetail.core.transaction.TransactionOptions;
import dev.dovetail.core.transaction.TransactionResource;
import dev.dovetail.core.transaction.WriteTurn;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;
import org.jspecify.annotations.Nullable;

/** Begins transactions on pooled connections. Thread-safe. */
public final class JdbcTransactions implements TransactionBackend, AutoCloseable {

    /** No transaction lives that long; a time-out beyond is none. */
    private static final Duration AGES = Duration.ofDays(365);

    private final Engine engine;
    private final ConnectionPools pools;
    private final SqlFailures failures;
    private final String where;
    private final Runnable requireOpen;
    private final TransactionBegin begin;
    private final TimeLimits limits = new TimeLimits();
    private final @Nullable WriteTurn writeTurn;

    /**
     * Over the connections of a database.
     *
     * @param where its URL without password, for messages
     * @param busyTimeout how long a SQLite write waits for its turn
     * @param requireOpen throws if the database has been closed
     */
    public JdbcTransactions(
            Engine engine,
            ConnectionPools pools,
            SqlFailures failures,
            String where,
            Duration busyTimeout,
            Runnable requireOpen) {
        this.engine = engine;
        this.pools = pools;
        this.failures = failures;
        this.where = where;
        this.requireOpen = requireOpen;
        this.begin = new TransactionBegin(engine, pools.areShared());
        this.writeTurn = engine == Engine.SQLITE ? new WriteTurn(busyTimeout) : null;
    }

    @Override
    public TransactionResource begin(TransactionOptions options, @Nullable TransactionResource suspended) {
        requireOpen.run();
        long startedAt = System.nanoTime();
        WriteTurn turn = options.readOnly() ? null : writeTurn;
        if (turn != null) {
            turn.take(options.timeout());
        }
        Runnable whenClosed = turn == null ? () -> {} : turn::giveBack;
        try {
            Lease lease = begun(options, startedAt);
            try {
                return new JdbcTransaction(
                        engine, lease, options, failures, limit(options, startedAt), !pools.areShared(), whenClosed);
            } catch (Throwable failure) {
                lease.spoil();
                lease.close();
                throw failure;
            }
        } catch (Throwable failure) {
            whenClosed.run();
            throw failure;
        }
    }

    /** A connection that may write, in autocommit mode; the caller closes it. */
    public Connection writer() {
        return connection(false);
    }

    /**
     * A connection on which the engine refuses writes as far as it can. Each statement is its own transaction; on a
     * shared pool, whose connections are not read-only for life, all of them are one.
     */
    public Lease openReader() {
        if (!pools.areShared()) {
            return new Lease(pools, connection(true), true);
        }
        Lease lease = begun(new TransactionOptions(true, null, null), System.nanoTime());
        lease.whenGivenBack(lease.connection()::rollback);
        return lease;
    }

    private Lease begun(TransactionOptions options, long startedAt) {
        Lease lease = new Lease(pools, connection(options.readOnly()), options.readOnly());
        try {
            Duration timeout = options.timeout();
            begin.on(lease, options, timeout == null ? null : timeout.minusNanos(System.nanoTime() - startedAt));
            return lease;
        } catch (SQLException failure) {
            lease.close();
            throw failures.translate(failure, null);
        } catch (Throwable failure) {
            lease.close();
            throw failure;
        }
    }

    private @Nullable TimeLimit limit(TransactionOptions options, long startedAt) {
        Duration timeout = options.timeout();
        return timeout == null || timeout.compareTo(AGES) > 0
                ? null
                : new TimeLimit(limits, timeout.toNanos() - (System.nanoTime() - startedAt));
    }

    private Connection connection(boolean reader) {
        requireOpen.run();
        try {
            return reader ? pools.reader() : pools.writer();
        } catch (SQLException | RuntimeException failure) {
            if (failure.getCause() instanceof InterruptedException) {
                throw InterruptedWaitException.of("a connection to " + where, failure);
            }
            // It may have been closed while this thread waited.
            requireOpen.run();
            throw ConnectionFailures.of(engine, pools, reader ? pools.readers() : pools.writers(), failure);
        }
    }

    /** Transactions that still run are not cancelled any more. */
    @Override
    public void close() {
        limits.close();
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
}

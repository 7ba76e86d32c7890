package dev.dovetail.core.internal.sql;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.NoTransactionException;
import dev.dovetail.core.internal.jdbc.SqlFailures;
import dev.dovetail.core.internal.statement.Observations;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementListener;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection that only reads, until it is ended. */
final class ReadConnection implements WatchedConnection {

    private final SqlFailures failures;
    private final Observations observations;
    private volatile @Nullable Connection connection;

    ReadConnection(Connection connection, SqlFailures failures, Observations observations) {
        this.connection = connection;
        this.failures = failures;
        this.observations = observations;
    }

    void end() {
        connection = null;
    }

    @Override
    public Connection connection() {
        Connection current = connection;
        if (current == null) {
            throw new NoTransactionException(
                    new Explanation(
                            CoreError.NO_TRANSACTION,
                            "SQL was run on the context of a db.read(…) that has ended.",
                            "the context, a lazy result or a query bound to it was kept and used later",
                            "fetch everything inside of the block"),
                    null);
        }
        return current;
    }

    @Override
    public @Nullable ActiveTransaction transaction() {
        return null;
    }

    @Override
    public void requireAllowed(StatementInfo statement, @Nullable String sql) {
        if (statement.writes()) {
            throw SqlFailures.readOnly(sql, null);
        }
    }

    @Override
    public Collection<StatementListener> listeners() {
        return List.of();
    }

    @Override
    public Observations observations() {
        return observations;
    }

    @Override
    public SqlFailures failures() {
        return failures;
    }
}

package dev.dovetail.core.internal.sql;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.jdbc.OnConnection;
import dev.dovetail.core.internal.jdbc.SqlFailures;
import dev.dovetail.core.internal.statement.Observations;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementListener;
import dev.dovetail.core.transaction.ActiveTransaction;
import dev.dovetail.core.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The connection of whatever transaction runs on the calling thread. */
record TransactionConnection(
        Engine engine,
        TransactionManager transactions,
        SqlFailures failures,
        Observations observations,
        Collection<StatementListener> listeners)
        implements WatchedConnection {

    @Override
    public Connection connection() {
        ActiveTransaction transaction = transactions.require("SQL");
        return transaction.attachment(GuardedConnection.class, () -> guarded(transaction));
    }

    private GuardedConnection guarded(ActiveTransaction transaction) {
        OnConnection resource = (OnConnection) transaction.resource();
        return new GuardedConnection(
                resource.connection(), new TransactionRules(engine, transaction, resource, failures));
    }

    @Override
    public void sending(Statement statement) {
        ((OnConnection) transactions.require("SQL").resource()).sending(statement);
    }

    @Override
    public @Nullable ActiveTransaction transaction() {
        return transactions.current();
    }

    @Override
    public void requireAllowed(StatementInfo statement, @Nullable String sql) {
        ActiveTransaction transaction = transactions.require("SQL");
        transaction.requireUsable();
        if (statement.writes() && transaction.resource().options().readOnly()) {
            throw SqlFailures.readOnly(sql, null);
        }
    }
}

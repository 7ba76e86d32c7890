package dev.dovetail.core.internal.sql;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.constraint.ConstraintSearch;
import dev.dovetail.core.internal.jdbc.OnConnection;
import dev.dovetail.core.internal.jdbc.SqlFailures;
import dev.dovetail.core.internal.sqlite.ForeignKeySearch;
import dev.dovetail.core.internal.statement.Observations;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementListener;
import dev.dovetail.core.transaction.ActiveTransaction;
import dev.dovetail.core.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jspecify.annotations.Nullable;

/** The connection of whatever transaction runs on the calling thread. */
record TransactionConnection(
        Engine engine,
        TransactionManager transactions,
        SqlFailures failures,
        ConstraintSearch constraints,
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
                resource.connection(), new TransactionRules(engine, transaction, resource, failures, constraints));
    }

    @Override
    public void sending(Statement statement) {
        ((OnConnection) transactions.require("SQL").resource()).sending(statement);
    }

    /** With {@code returning}, SQLite checks foreign keys when its last row has been read. */
    @Override
    public SQLException explained(SQLException failure, ExecuteContext context) {
        PreparedStatement statement = context.statement();
        String sql = context.sql();
        ActiveTransaction transaction = transactions.current();
        if (engine != Engine.SQLITE || statement == null || sql == null || transaction == null) {
            return failure;
        }
        Connection connection = ((OnConnection) transaction.resource()).connection();
        return ForeignKeySearch.explained(failure, connection, sql, () -> {
            if (statement.execute()) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        // To the end, where the statement is.
                    }
                }
            }
            return true;
        });
    }

    @Override
    public RuntimeException failure(
            SQLException failure, @Nullable String sql, List<? extends @Nullable Object> bound) {
        ActiveTransaction transaction = transactions.current();
        if (transaction != null) {
            Connection connection = ((OnConnection) transaction.resource()).connection();
            constraints.explain(failure, sql, List.<@Nullable Object[]>of(bound.toArray()), connection);
        }
        return WatchedConnection.super.failure(failure, sql, bound);
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

package dev.dovetail.core.query;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.jdbc.PreparedStatements;
import dev.dovetail.core.internal.sqlite.ForeignKeySearch;
import dev.dovetail.core.internal.statement.Explainer;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.spi.StatementRun;
import dev.dovetail.core.spi.StatementScope;
import dev.dovetail.core.statement.ExecutionPlan;
import dev.dovetail.core.transaction.TransactionalCallable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Runs statement plans where statements may run now. Thread-safe. */
final class Runner {

    private final DatabaseAccess access;
    private final PreparedStatements statements;
    private final Cursors cursors;

    Runner(DatabaseAccess access) {
        this.access = access;
        this.statements = PreparedStatements.of(access.engine());
        this.cursors = Cursors.of(access.engine());
    }

    /** Runs a query; {@code maxRows} is 0 for all. */
    <V extends @Nullable Object, X extends Exception> V query(
            StatementPlan plan, @Nullable Object[] values, int maxRows, RowsFunction<V, X> work) throws X {
        return inScope(
                plan,
                scope -> run(scope, plan, values, (statement, progress) -> {
                    statement.setMaxRows(maxRows);
                    return read(statement, progress, work);
                }));
    }

    /** Runs a query whose rows come as they are read, so that they need not all be in memory. */
    <V extends @Nullable Object, X extends Exception> V stream(
            StatementPlan plan, @Nullable Object[] values, RowsFunction<V, X> work) throws X {
        return inScope(
                plan,
                scope -> run(scope, plan, values, (statement, progress) -> {
                    statement.setMaxRows(0);
                    statement.setFetchSize(cursors.fetchSize());
                    try (Cursors.Mode mode = cursors.open(statement.getConnection())) {
                        return read(statement, progress, work);
                    } finally {
                        statement.setFetchSize(0);
                    }
                }));
    }

    /** Runs a statement that returns no rows. */
    int update(StatementPlan plan, @Nullable Object[] values) {
        return inTransaction(() -> run(access.statements(), plan, values, (statement, progress) -> {
            int changed = changed(statement, plan.sql());
            progress.changed(changed);
            return changed;
        }));
    }

    /** How the engine would run it; asked by the database that it was compiled for. */
    ExecutionPlan explain(Runner asking, Explainer explainer, StatementPlan plan, @Nullable Object[] values) {
        if (asking != this) {
            throw new IllegalArgumentException("A compiled query is explained by the database that compiled it");
        }
        return explainer.explain(plan.sql(), statement -> plan.bind(statement, values));
    }

    private int changed(PreparedStatement statement, String sql) throws SQLException {
        try {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw access.engine() == Engine.SQLITE
                    ? ForeignKeySearch.explained(failure, statement.getConnection(), sql, statement::executeUpdate)
                    : failure;
        }
    }

    private <V extends @Nullable Object, X extends Exception> V inScope(StatementPlan plan, ScopeFunction<V, X> work)
            throws X {
        if (plan.info().writes() || access.transactions().current() != null) {
            return inTransaction(() -> work.apply(access.statements()));
        }
        try (StatementScope scope = access.reading()) {
            return work.apply(scope);
        }
    }

    private <V extends @Nullable Object, X extends Exception> V inTransaction(TransactionalCallable<V, X> work)
            throws X {
        return access.transactions().current() == null
                ? access.transactions().transactor().call(work)
                : work.call();
    }

    private static <V extends @Nullable Object, X extends Exception> V read(
            PreparedStatement statement, Rows.Progress progress, RowsFunction<V, X> work) throws SQLException, X {
        try (ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result, progress);
            try {
                return work.apply(rows);
            } finally {
                rows.end();
            }
        }
    }

    private <V extends @Nullable Object, X extends Exception> V run(
            StatementScope scope, StatementPlan plan, @Nullable Object[] values, Execution<V, X> execution) throws X {
        String sql = plan.sql();
        StatementRun run = scope.start(plan.info(), sql);
        if (run.wantsValues()) {
            run.values(plan.bound(values));
        }
        Rows.Progress progress = new Rows.Progress(run);
        V result;
        try {
            Connection connection = scope.connection();
            PreparedStatement statement = statements.take(connection, sql);
            try {
                run.limit(statement);
                plan.bind(statement, values);
                result = execution.run(statement, progress);
            } finally {
                statements.giveBack(connection, sql, statement);
            }
        } catch (SQLException failure) {
            if (plan.info().writes()) {
                run.values(plan.bound(values));
            }
            throw progress.failed(failure);
        } catch (Throwable failure) {
            progress.abandon();
            throw failure;
        }
        progress.finish();
        return result;
    }

    private interface Execution<V extends @Nullable Object, X extends Exception> {
        V run(PreparedStatement statement, Rows.Progress progress) throws SQLException, X;
    }

    private interface ScopeFunction<V extends @Nullable Object, X extends Exception> {
        V apply(StatementScope scope) throws X;
    }
}

package dev.dovetail.core.query;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.spi.StatementRun;
import dev.dovetail.core.spi.StatementScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Runs statement plans where statements may run now. Thread-safe. */
final class Runner {

    private final DatabaseAccess access;
    private final PreparedStatements statements;

    Runner(DatabaseAccess access, PreparedStatements statements) {
        this.access = access;
        this.statements = statements;
    }

    /** Runs a query; {@code maxRows} is 0 for all. */
    <V extends @Nullable Object> V query(
            StatementPlan plan, @Nullable Object[] values, int maxRows, RowsFunction<V> work) {
        if (access.transactions().current() != null) {
            return query(access.statements(), plan, values, maxRows, work);
        }
        if (plan.info().writes()) {
            return access.transactions()
                    .transactor()
                    .call(() -> query(access.statements(), plan, values, maxRows, work));
        }
        try (StatementScope scope = access.reading()) {
            return query(scope, plan, values, maxRows, work);
        }
    }

    private <V extends @Nullable Object> V query(
            StatementScope scope, StatementPlan plan, @Nullable Object[] values, int maxRows, RowsFunction<V> work) {
        return run(scope, plan, values, (statement, counted) -> {
            statement.setMaxRows(maxRows);
            try (ResultSet result = statement.executeQuery()) {
                return work.apply(new Rows(result, counted));
            }
        });
    }

    /** Runs a statement that returns no rows. */
    int update(StatementPlan plan, @Nullable Object[] values) {
        if (access.transactions().current() == null) {
            return access.transactions().transactor().call(() -> update(access.statements(), plan, values));
        }
        return update(access.statements(), plan, values);
    }

    private int update(StatementScope scope, StatementPlan plan, @Nullable Object[] values) {
        return run(scope, plan, values, (statement, counted) -> {
            int changed = statement.executeUpdate();
            counted.rows = changed;
            return changed;
        });
    }

    private <V extends @Nullable Object> V run(
            StatementScope scope, StatementPlan plan, @Nullable Object[] values, Execution<V> execution) {
        String sql = plan.sql();
        StatementRun run = scope.start(plan.info(), sql);
        if (run.wantsValues()) {
            run.values(plan.bound(values));
        }
        Count counted = new Count();
        V result;
        try {
            Connection connection = scope.connection();
            PreparedStatement statement = statements.take(connection, sql);
            try {
                run.limit(statement);
                plan.bind(statement, values);
                result = execution.run(statement, counted);
            } finally {
                statements.giveBack(connection, sql, statement);
            }
        } catch (SQLException failure) {
            throw run.failed(failure);
        } catch (Throwable failure) {
            // The caller's code failed, not the statement.
            run.succeeded(counted.rows);
            throw failure;
        }
        run.succeeded(counted.rows);
        return result;
    }

    /** How many rows a statement has returned or changed so far. */
    static final class Count {
        long rows;
    }

    private interface Execution<V extends @Nullable Object> {
        V run(PreparedStatement statement, Count counted) throws SQLException;
    }
}

package dev.dovetail.core.internal.sql;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.constraint.ConstraintSearch;
import dev.dovetail.core.internal.jdbc.OnConnection;
import dev.dovetail.core.internal.jdbc.SqlFailures;
import dev.dovetail.core.internal.sqlite.ForeignKeySearch;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In a transaction: on its thread, while nothing failed in it, and within its time. */
record TransactionRules(
        Engine engine,
        ActiveTransaction transaction,
        OnConnection resource,
        SqlFailures failures,
        ConstraintSearch constraints)
        implements ConnectionRules {

    @Override
    public void requireAllowed(@Nullable String sql) {
        transaction.requireUsable();
        if (sql == null) {
            return;
        }
        if (SqlText.controlsTransaction(engine, sql)) {
            throw GuardErrors.control(sql);
        }
        if (resource.options().readOnly() && SqlText.mayWrite(engine, sql)) {
            throw SqlFailures.readOnly(sql, null);
        }
    }

    @Override
    public void sending(Statement statement) {
        resource.sending(statement);
    }

    @Override
    public SQLException explained(
            SQLException failure, @Nullable String sql, List<@Nullable Object[]> bound, Guard.Call<?> again) {
        SQLException named = engine != Engine.SQLITE || sql == null ? failure : named(failure, sql, again);
        constraints.explain(named, sql, bound, resource.connection());
        return named;
    }

    private SQLException named(SQLException failure, String sql, Guard.Call<?> again) {
        return ForeignKeySearch.explained(failure, resource.connection(), sql, () -> {
            if (again.run() instanceof ResultSet rows) {
                rows.close();
            }
            return true;
        });
    }

    @Override
    public void failed(SQLException failure, @Nullable String sql) {
        transaction.doom(failures.translate(failure, sql));
    }
}

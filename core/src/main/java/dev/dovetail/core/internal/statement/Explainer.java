package dev.dovetail.core.internal.statement;

import dev.dovetail.core.statement.ExecutionPlan;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** Asks a database how it would run a statement, without running it. Thread-safe. */
public interface Explainer {

    /**
     * The plan of a query with its parameters.
     *
     * @throws dev.dovetail.core.error.StatementFailedException if it is not one query, insert, update, delete or merge,
     *     or the engine refuses it
     */
    ExecutionPlan explain(Query query);

    /** The plan of a statement whose parameters somebody sets; throws like {@link #explain(Query)}. */
    ExecutionPlan explain(String sql, Parameters parameters);

    /** Sets the parameters of a statement. */
    @FunctionalInterface
    interface Parameters {
        /** All of them. */
        void set(PreparedStatement statement) throws SQLException;
    }

    /** The plan of a statement with the values of its parameters; throws like {@link #explain(Query)}. */
    ExecutionPlan explain(String sql, List<? extends @Nullable Object> values);
}

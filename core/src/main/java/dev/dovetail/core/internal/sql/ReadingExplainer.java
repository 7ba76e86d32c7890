package dev.dovetail.core.internal.sql;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.StatementFailedException;
import dev.dovetail.core.internal.jdbc.Lease;
import dev.dovetail.core.internal.jdbc.SqlFailures;
import dev.dovetail.core.internal.statement.Explainer;
import dev.dovetail.core.statement.ExecutionPlan;
import dev.dovetail.core.statement.StatementKind;
import dev.dovetail.core.statement.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DDLQuery;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Asks on connections of its own, beside transactions and unseen by whoever watches statements: read-only ones, except
 * for the plan of a write on MariaDB and MySQL, which refuse to tell it there.
 */
public final class ReadingExplainer implements Explainer {

    private final Engine engine;
    private final SqlFailures failures;
    private final Supplier<Lease> readers;
    private final Supplier<Connection> writers;

    /** For a database of an engine, with its read-only connections and those that may write. */
    public ReadingExplainer(
            Engine engine, SqlFailures failures, Supplier<Lease> readers, Supplier<Connection> writers) {
        this.engine = engine;
        this.failures = failures;
        this.readers = readers;
        this.writers = writers;
    }

    @Override
    public ExecutionPlan explain(Query query) {
        String sql = DSL.using(engine.dialect()).render(query);
        if (query instanceof DDLQuery) {
            throw notExplainable(sql);
        }
        requireExplainable(sql);
        return explained(sql, context -> context.fetch("{0} {1}", DSL.raw(PlanReader.explain(engine)), query));
    }

    @Override
    public ExecutionPlan explain(String sql, List<? extends @Nullable Object> values) {
        requireExplainable(sql);
        return explained(sql, context -> context.fetch(PlanReader.explain(engine) + " " + sql, values.toArray()));
    }

    @Override
    public ExecutionPlan explain(String sql, Parameters parameters) {
        requireExplainable(sql);
        return explained(
                sql,
                context -> context.connectionResult(connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(PlanReader.explain(engine) + " " + sql)) {
                        parameters.set(statement);
                        try (ResultSet answer = statement.executeQuery()) {
                            return context.fetch(answer);
                        }
                    }
                }));
    }

    private ExecutionPlan explained(String sql, Function<DSLContext, Result<Record>> work) {
        boolean mysqlFamily = engine == Engine.MARIADB || engine == Engine.MYSQL;
        try {
            if (mysqlFamily && StatementKind.of(sql).writes()) {
                try (Connection connection = writers.get()) {
                    return explained(connection, work);
                }
            }
            try (Lease lease = readers.get()) {
                return explained(lease.connection(), work);
            }
        } catch (SQLException failure) {
            throw failures.translate(failure, sql);
        } catch (DataAccessException failure) {
            SQLException cause = failure.getCause(SQLException.class);
            throw cause == null ? failure : failures.translate(cause, sql);
        }
    }

    private ExecutionPlan explained(Connection connection, Function<DSLContext, Result<Record>> work) {
        Settings settings = new Settings().withExecuteLogging(false);
        return PlanReader.read(engine, work.apply(DSL.using(connection, engine.dialect(), settings)));
    }

    /** What follows "explain" must not be able to turn into something that runs. */
    private static void requireExplainable(String sql) {
        boolean explainable = switch (StatementKind.of(sql)) {
            case SELECT, INSERT, UPDATE, DELETE, MERGE -> !Statements.areSeveral(sql);
            case DDL, COPY, OTHER -> false;
        };
        if (!explainable) {
            throw notExplainable(sql);
        }
    }

    private static StatementFailedException notExplainable(String sql) {
        return new StatementFailedException(
                new Explanation(
                        CoreError.NOT_EXPLAINABLE,
                        "There is no plan of this: " + sql,
                        "it changes the schema, is no query, insert, update, delete or merge, or has several statements",
                        "explain one such statement at a time"),
                null);
    }
}

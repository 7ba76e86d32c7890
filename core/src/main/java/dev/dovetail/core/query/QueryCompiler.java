package dev.dovetail.core.query;

import dev.dovetail.core.internal.sql.SqlRenderer;
import dev.dovetail.core.internal.statement.Explainer;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.statement.ExecutionPlan;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.DMLQuery;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jspecify.annotations.Nullable;

/** Compiles the queries of a database; applications call {@code Database.compile(…)}. Thread-safe. */
public final class QueryCompiler {

    private static final int PLANS = 512;

    private final SqlRenderer renderer;
    private final PlanCache cache = new PlanCache(PLANS);
    private final Runner runner;

    private QueryCompiler(SqlRenderer renderer, Runner runner) {
        this.renderer = renderer;
        this.runner = runner;
    }

    /** For the queries of a database. */
    public static QueryCompiler on(DatabaseAccess access) {
        return new QueryCompiler(new SqlRenderer(access.engine(), access.sql()), new Runner(access));
    }

    /** Compiles a query; see {@code Database.compile(…)}. */
    public <R extends Record, T extends @Nullable Object> CompiledQuery<T> compile(
            Function<? super DSLContext, ? extends ResultQuery<R>> query, RowMapping<? super R, T> mapping) {
        ResultQuery<R> built = Objects.requireNonNull(query.apply(renderer.sql()), "the query that the lambda returns");
        Planner planner = new Planner(renderer, cache, built);
        String text = planner.first().sql();
        if ((Object) built instanceof DMLQuery<?> && !returnsRows(text)) {
            throw QueryErrors.emulated(text);
        }
        // jOOQ renders the query to find out what it selects.
        List<Field<?>> columns = ListShapes.any(() -> List.of(built.fields()));
        if (columns.isEmpty()) {
            throw QueryErrors.noColumns(text);
        }
        for (Field<?> column : columns) {
            if (Record.class.isAssignableFrom(column.getType()) || Result.class.isAssignableFrom(column.getType())) {
                throw QueryErrors.nestedColumn(column);
            }
        }
        Columns resolved = new Columns(columns, built.getRecordType(), planner.configuration());
        QueryPlan<T> plan = new QueryPlan<>(runner, planner, built, resolved, mapping.reader(resolved));
        return new DatabaseQuery<>(plan, planner.parameters().initial(), List.of());
    }

    private static boolean returnsRows(String sql) {
        String text = sql.toLowerCase(Locale.ROOT);
        return text.contains("returning") || text.startsWith("select");
    }

    /** Compiles an insert, update or delete; see {@code Database.compile(…)}. */
    public CompiledStatement compile(Function<? super DSLContext, ? extends RowCountQuery> statement) {
        RowCountQuery built =
                Objects.requireNonNull(statement.apply(renderer.sql()), "the statement that the lambda returns");
        Planner planner = new Planner(renderer, cache, built);
        return new DatabaseStatement(runner, planner, planner.parameters().initial());
    }

    /** How the engine would run a compiled query; see {@code Database.explain(…)}. */
    public ExecutionPlan explain(CompiledQuery<?> query, Explainer explainer) {
        if (query instanceof DatabaseQuery<?> compiled) {
            return compiled.explain(runner, explainer);
        }
        throw notCompiledHere(query);
    }

    /** Likewise for a statement. */
    public ExecutionPlan explain(CompiledStatement statement, Explainer explainer) {
        if (statement instanceof DatabaseStatement compiled) {
            return compiled.explain(runner, explainer);
        }
        throw notCompiledHere(statement);
    }

    private static IllegalArgumentException notCompiledHere(Object query) {
        return new IllegalArgumentException("Only what db.compile(…) returned has a plan, not a "
                + query.getClass().getName());
    }

    /** How the cache of the plans does. */
    public QueryCacheStatistics statistics() {
        return cache.statistics();
    }
}

package dev.dovetail.core.internal.sql;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.internal.statement.Observation;
import dev.dovetail.core.internal.statement.Observations;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementListener;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Stands beside each jOOQ statement from rendering to its end. One instance a statement. */
final class StatementWatcher implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final transient WatchedConnection watched;
    private transient @Nullable StatementInfo rendered;
    private transient @Nullable StatementInfo info;
    private transient @Nullable Observation observation;
    private transient @Nullable BatchValues values;
    private boolean rendering;
    private long records;

    StatementWatcher(WatchedConnection watched) {
        this.watched = watched;
    }

    @Override
    public void renderStart(ExecuteContext context) {
        TableCollector.begin();
        rendering = true;
    }

    @Override
    public void renderEnd(ExecuteContext context) {
        rendering = false;
        TableCollector.Collected collected = TableCollector.end();
        StatementInfo one = new StatementInfo(mayWrite(context), collected.tables(), !collected.hasPlainSql());
        // A batch of several statements is rendered one by one.
        StatementInfo earlier = rendered;
        rendered = earlier == null ? one : earlier.and(one);
    }

    @Override
    public void prepareStart(ExecuteContext context) {
        announce(context);
    }

    @Override
    public void prepareEnd(ExecuteContext context) {
        if (context.batchMode() == ExecuteContext.BatchMode.SINGLE
                && watched.observations().wantsValues()) {
            values = new BatchValues();
            TableCollector.begin(values);
        }
    }

    @Override
    public void bindEnd(ExecuteContext context) {
        if (values != null) {
            values.endRow();
        }
    }

    private @Nullable BatchValues boundValues() {
        BatchValues bound = values;
        if (bound != null) {
            values = null;
            TableCollector.end();
        }
        return bound;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        BatchValues bound = boundValues();
        // A query that keeps its statement is not prepared again.
        announce(context);
        Observations observations = watched.observations();
        if (observations.areWanted()) {
            Observation begun = observations.begin(String.join(";\n", texts(context)), info, watched.transaction());
            Query query = context.query();
            if (query != null && begun.wantsValues()) {
                begun.values(query.getBindValues());
            }
            if (bound != null) {
                begun.batch(bound.first(), bound.rows());
            }
            observation = begun;
        }
    }

    @Override
    public void recordEnd(ExecuteContext context) {
        records++;
    }

    @Override
    public void exception(ExecuteContext context) {
        if (isOurs(context)) {
            return;
        }
        SQLException failure = driverFailure(context);
        if (failure != null) {
            context.exception(watched.failure(watched.explained(failure, context), context.sql(), List.of()));
        }
    }

    /** Where the driver did not take a value, or could not read one, jOOQ has wrapped its exception. */
    private static @Nullable SQLException driverFailure(ExecuteContext context) {
        SQLException failure = context.sqlException();
        if (failure == null && context.exception() instanceof DataAccessException wrapped) {
            failure = wrapped.getCause(SQLException.class);
        }
        boolean ofJooq = failure != null && failure.getClass() == SQLException.class;
        return ofJooq && failure.getCause() instanceof SQLException driver ? driver : failure;
    }

    /** jOOQ wraps what a binding throws; nothing was sent then, so nothing is doomed. */
    private static boolean isOurs(ExecuteContext context) {
        for (Throwable cause = context.exception(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DovetailException ours) {
                context.exception(ours);
                return true;
            }
        }
        return false;
    }

    @Override
    public void end(ExecuteContext context) {
        if (rendering) {
            // Rendering failed half-way; what was collected must not wait for the next statement of this thread.
            rendering = false;
            TableCollector.end();
        }
        boundValues();
        observed(context);
        StatementInfo finished = info;
        if (finished != null && context.exception() == null && context.sqlException() == null) {
            for (StatementListener listener : watched.listeners()) {
                listener.afterStatement(finished);
            }
        }
    }

    private void observed(ExecuteContext context) {
        Observation ended = observation;
        if (ended == null) {
            return;
        }
        Throwable failure = context.exception() == null ? context.sqlException() : context.exception();
        if (failure == null) {
            ended.succeeded(rows(context));
        } else {
            ended.failed(failure);
        }
    }

    /** What was read, else what was changed, else -1. */
    private long rows(ExecuteContext context) {
        if (context.resultSet() != null || records > 0) {
            return records;
        }
        if (context.batchMode() == ExecuteContext.BatchMode.NONE) {
            return context.rows();
        }
        if (context.batchMode() == ExecuteContext.BatchMode.SINGLE) {
            // jOOQ keeps the first count alone.
            return -1;
        }
        long sum = 0;
        for (int changed : context.batchRows()) {
            if (changed < 0) {
                return -1;
            }
            sum += changed;
        }
        return sum;
    }

    /** Once, and not while jOOQ only renders, as it does with the records of a batch one by one. */
    private void announce(ExecuteContext context) {
        if (info != null) {
            return;
        }
        StatementInfo statement = rendered;
        if (statement == null) {
            // A statement that jOOQ does not render, such as a batch of texts.
            statement = new StatementInfo(mayWrite(context), Set.of(), false);
        }
        watched.requireAllowed(statement, context.sql());
        info = statement;
        for (StatementListener listener : watched.listeners()) {
            listener.beforeStatement(statement);
        }
    }

    private boolean mayWrite(ExecuteContext context) {
        return texts(context).stream().anyMatch(sql -> SqlText.mayWrite(watched.engine(), sql));
    }

    /** The statement, or those of a batch that are rendered by now. */
    private static List<String> texts(ExecuteContext context) {
        return Stream.concat(Stream.ofNullable(context.sql()), Stream.of(context.batchSQL()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}

package dev.dovetail.core.internal.sql;

import dev.dovetail.core.internal.statement.Observation;
import dev.dovetail.core.internal.statement.Observations;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementListener;
import dev.dovetail.core.spi.StatementRun;
import dev.dovetail.core.spi.StatementScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements by JDBC, under the rules that hold for jOOQ's. */
record WatchedScope(WatchedConnection watched, Runnable whenClosed) implements StatementScope {

    @Override
    public Connection connection() {
        return watched.connection();
    }

    @Override
    public StatementRun start(StatementInfo statement, String sql) {
        watched.requireAllowed(statement, sql);
        for (StatementListener listener : watched.listeners()) {
            listener.beforeStatement(statement);
        }
        Observations observations = watched.observations();
        Observation observation =
                observations.areWanted() ? observations.begin(sql, statement, watched.transaction()) : null;
        return new Run(watched, statement, sql, observation);
    }

    @Override
    public void close() {
        whenClosed.run();
    }

    private static final class Run implements StatementRun {

        private final WatchedConnection watched;
        private final StatementInfo info;
        private final String sql;
        private final @Nullable Observation observation;
        private List<? extends @Nullable Object> bound = List.of();

        Run(WatchedConnection watched, StatementInfo info, String sql, @Nullable Observation observation) {
            this.watched = watched;
            this.info = info;
            this.sql = sql;
            this.observation = observation;
        }

        @Override
        public boolean wantsValues() {
            return observation != null && observation.wantsValues();
        }

        @Override
        public void values(List<? extends @Nullable Object> values) {
            bound = values;
            if (observation != null) {
                observation.values(values);
            }
        }

        @Override
        public void batch(List<? extends List<? extends @Nullable Object>> first, long rows) {
            if (observation != null) {
                observation.batch(first, rows);
            }
        }

        @Override
        public void limit(Statement statement) {
            watched.sending(statement);
        }

        @Override
        public void succeeded(long rows) {
            if (observation != null) {
                observation.succeeded(rows);
            }
            for (StatementListener listener : watched.listeners()) {
                listener.afterStatement(info);
            }
        }

        @Override
        public RuntimeException failed(SQLException failure) {
            RuntimeException translated = watched.failure(failure, sql, bound);
            if (observation != null) {
                observation.failed(translated);
            }
            return translated;
        }
    }
}

package dev.dovetail.core.internal.sql;

import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementListener;
import dev.dovetail.core.spi.StatementRun;
import dev.dovetail.core.spi.StatementScope;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

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
        Statements.record(sql);
        return new Run(watched, statement, sql);
    }

    @Override
    public void close() {
        whenClosed.run();
    }

    private record Run(WatchedConnection watched, StatementInfo info, String sql) implements StatementRun {

        @Override
        public void limit(Statement statement) throws SQLException {
            ActiveTransaction transaction = watched.transaction();
            Duration remaining = transaction == null ? null : transaction.remaining();
            if (remaining != null) {
                statement.setQueryTimeout((int) Math.max(1, remaining.toSeconds() + 1));
            }
        }

        @Override
        public void succeeded(long rows) {
            for (StatementListener listener : watched.listeners()) {
                listener.afterStatement(info);
            }
        }

        @Override
        public RuntimeException failed(SQLException failure) {
            RuntimeException translated = watched.failures().translate(failure, sql);
            ActiveTransaction transaction = watched.transaction();
            if (transaction != null) {
                transaction.doom(translated);
            }
            return translated;
        }
    }
}

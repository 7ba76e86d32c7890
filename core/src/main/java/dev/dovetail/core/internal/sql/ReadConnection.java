package dev.dovetail.core.internal.sql;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.jdbc.SqlFailures;
import dev.dovetail.core.internal.statement.Observations;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementListener;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection that only reads, on one thread, until it is ended. */
final class ReadConnection implements WatchedConnection, ConnectionRules {

    private final Engine engine;
    private final SqlFailures failures;
    private final Observations observations;
    private final Connection guarded;
    private final Thread owner = Thread.currentThread();
    private volatile boolean ended;

    ReadConnection(Engine engine, Connection connection, SqlFailures failures, Observations observations) {
        this.engine = engine;
        this.failures = failures;
        this.observations = observations;
        this.guarded = new GuardedConnection(connection, this);
    }

    void end() {
        ended = true;
    }

    @Override
    public Connection connection() {
        requireUsable();
        return guarded;
    }

    private void requireUsable() {
        if (ended) {
            throw GuardErrors.readEnded();
        }
        if (Thread.currentThread() != owner) {
            throw GuardErrors.wrongThread(owner);
        }
    }

    @Override
    public void requireAllowed(@Nullable String sql) {
        requireUsable();
        if (sql != null && SqlText.mayWrite(engine, sql)) {
            throw SqlFailures.readOnly(sql, null);
        }
    }

    @Override
    public void sending(Statement statement) {
        // A read has no time-out.
    }

    @Override
    public void failed(SQLException failure, @Nullable String sql) {
        // Each statement stands for itself.
    }

    @Override
    public @Nullable ActiveTransaction transaction() {
        return null;
    }

    @Override
    public void requireAllowed(StatementInfo statement, @Nullable String sql) {
        if (statement.writes()) {
            throw SqlFailures.readOnly(sql, null);
        }
    }

    @Override
    public Collection<StatementListener> listeners() {
        return List.of();
    }

    @Override
    public Observations observations() {
        return observations;
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public SqlFailures failures() {
        return failures;
    }
}

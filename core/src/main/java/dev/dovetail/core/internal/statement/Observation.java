package dev.dovetail.core.internal.statement;

import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementReport;
import dev.dovetail.core.statement.CallSite;
import dev.dovetail.core.statement.RecordedStatement;
import dev.dovetail.core.statement.StatementKind;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One statement that somebody wants to know about, from sending it to its end. Used by one thread while it runs. */
public final class Observation implements RecordedStatement, StatementReport {

    private final Observations observations;
    private final String sql;
    private final @Nullable StatementInfo info;
    private final @Nullable ActiveTransaction transaction;
    private @Nullable StatementKind kind;
    private @Nullable CallSite callSite;
    private List<? extends @Nullable Object> values = List.of();
    private List<? extends List<? extends @Nullable Object>> batch = List.of();
    private long batchRows;
    private long startedAt;
    private long nanos = -1;
    private long rows = -1;
    private @Nullable Throwable failure;

    Observation(
            Observations observations,
            String sql,
            @Nullable StatementInfo info,
            @Nullable ActiveTransaction transaction) {
        this.observations = observations;
        this.sql = sql;
        this.info = info;
        this.transaction = transaction;
    }

    /** Takes the time from now. */
    void start() {
        startedAt = System.nanoTime();
    }

    @Override
    public boolean wantsValues() {
        return observations.wantsValues();
    }

    @Override
    public boolean wantsRows() {
        return observations.wantsRows();
    }

    @Override
    public void values(List<? extends @Nullable Object> parameters) {
        values = parameters;
    }

    /** The values of the first rows of a statement of many, and how many rows there are. */
    public void batch(List<? extends List<? extends @Nullable Object>> first, long rowsInAll) {
        batch = first;
        batchRows = rowsInAll;
    }

    @Override
    public void succeeded(long returnedOrChanged) {
        end(returnedOrChanged, null);
    }

    @Override
    public void failed(Throwable reason) {
        end(-1, reason);
    }

    private void end(long returnedOrChanged, @Nullable Throwable reason) {
        if (nanos < 0) {
            nanos = System.nanoTime() - startedAt;
            rows = returnedOrChanged;
            failure = reason;
            observations.ended(this);
        }
    }

    /** The transaction in which it runs, or null. */
    @Nullable
    ActiveTransaction transaction() {
        return transaction;
    }

    List<? extends @Nullable Object> values() {
        return values;
    }

    List<? extends List<? extends @Nullable Object>> batch() {
        return batch;
    }

    long batchRows() {
        return batchRows;
    }

    long nanos() {
        return nanos;
    }

    @Override
    public String sql() {
        return sql;
    }

    @Override
    public StatementKind kind() {
        StatementKind known = kind;
        if (known == null) {
            known = StatementKind.of(sql);
            kind = known;
        }
        return known;
    }

    @Override
    public boolean writes() {
        return info == null ? kind() != StatementKind.SELECT : info.writes();
    }

    @Override
    public Set<String> tables() {
        return Statements.tablesOf(sql);
    }

    /** Looked for by the first call, which is on the thread that sends. */
    @Override
    public @Nullable CallSite callSite() {
        if (callSite == null) {
            callSite = CallSite.current();
        }
        return callSite;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public @Nullable Duration duration() {
        return nanos < 0 ? null : Duration.ofNanos(nanos);
    }

    @Override
    public @Nullable Throwable failure() {
        return failure;
    }
}

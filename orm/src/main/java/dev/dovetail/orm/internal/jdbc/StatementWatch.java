package dev.dovetail.orm.internal.jdbc;

import dev.dovetail.core.spi.BoundStatement;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.spi.StatementReport;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Reports a statement from sending it to its end, for a query its closing; a batch is one statement. */
final class StatementWatch {

    private final DatabaseAccess access;
    private final ActiveTransaction transaction;
    private final Statement statement;
    private @Nullable StatementReport query;
    private @Nullable CountedRows rows;

    StatementWatch(DatabaseAccess access, ActiveTransaction transaction, Statement statement) {
        this.access = access;
        this.transaction = transaction;
        this.statement = statement;
    }

    interface Call<T> {
        T run() throws SQLException;
    }

    /** Sends what returns whatever it changed, or nothing that is of interest. */
    <T> T send(@Nullable String sql, Call<T> call) throws SQLException {
        StatementReport report = begin(sql);
        T result = run(report, call);
        report.succeeded(changed(result));
        return result;
    }

    /** Sends what returns rows, which are counted if anybody wants to know. */
    ResultSet query(@Nullable String sql, Call<ResultSet> call) throws SQLException {
        StatementReport report = begin(sql);
        ResultSet result = run(report, call);
        query = report;
        if (!report.wantsRows()) {
            return result;
        }
        CountedRows counted = new CountedRows(result);
        rows = counted;
        return counted.view();
    }

    private StatementReport begin(@Nullable String sql) {
        transaction.requireUsable();
        endQuery();
        StatementReport report = access.report(sql == null ? "(batch)" : sql);
        if (report.wantsValues() && statement instanceof BoundStatement bound) {
            report.values(bound.boundValues());
        }
        return report;
    }

    private static <T> T run(StatementReport report, Call<T> call) throws SQLException {
        try {
            return call.run();
        } catch (Throwable failure) {
            report.failed(failure);
            throw failure;
        }
    }

    /** Its rows, if there were any, are read or not of interest any more. */
    void endQuery() {
        StatementReport ended = query;
        if (ended != null) {
            ended.succeeded(rows == null ? -1 : rows.count());
            query = null;
            rows = null;
        }
    }

    /** The rows of an update or of all updates of a batch, -1 if the driver does not tell. */
    private static long changed(@Nullable Object result) {
        if (result instanceof Number rows) {
            return rows.longValue();
        }
        long sum = result instanceof int[] ? 0 : -1;
        if (result instanceof int[] batch) {
            for (int rows : batch) {
                if (rows < 0) {
                    return -1;
                }
                sum += rows;
            }
        }
        return sum;
    }
}

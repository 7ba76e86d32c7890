package dev.dovetail.orm.internal.jdbc;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.spi.StatementReport;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that is reported from sending it to its end, for a query its closing; a batch is one statement. */
final class WatchedStatement implements InvocationHandler {

    private final Statement statement;
    private final @Nullable String sql;
    private final DatabaseAccess access;
    private final ActiveTransaction transaction;
    private final List<@Nullable Object> values = new ArrayList<>();
    private @Nullable StatementReport query;
    private @Nullable CountedRows rows;

    WatchedStatement(Statement statement, @Nullable String sql, DatabaseAccess access, ActiveTransaction transaction) {
        this.statement = statement;
        this.sql = sql;
        this.access = access;
        this.transaction = transaction;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute")) {
            return send(method, arguments);
        }
        if (name.equals("equals")) {
            return arguments != null && proxy == arguments[0];
        }
        if (name.equals("hashCode")) {
            return System.identityHashCode(proxy);
        }
        if (name.equals("close")) {
            endQuery();
        } else if (name.startsWith("set") && arguments != null && arguments.length > 1 && access.reportsValues()) {
            keep((Integer) arguments[0], name.equals("setNull") ? null : arguments[1]);
        }
        return call(method, arguments);
    }

    private @Nullable Object send(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        transaction.requireUsable();
        endQuery();
        String text = arguments != null && arguments.length > 0 ? (String) arguments[0] : sql;
        StatementReport report = access.report(text == null ? "(batch)" : text);
        report.values(values);
        try {
            Object result = call(method, arguments);
            if (!(result instanceof ResultSet resultSet)) {
                report.succeeded(changed(result));
                return result;
            }
            query = report;
            if (!report.wantsRows()) {
                return result;
            }
            CountedRows counted = new CountedRows(resultSet);
            rows = counted;
            return counted.view();
        } catch (Throwable failure) {
            report.failed(failure);
            throw failure;
        }
    }

    private void endQuery() {
        StatementReport ended = query;
        if (ended != null) {
            ended.succeeded(rows == null ? -1 : rows.count());
            query = null;
            rows = null;
        }
    }

    private void keep(int position, @Nullable Object value) {
        while (values.size() < position) {
            values.add(null);
        }
        values.set(position - 1, value);
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

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(statement, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}

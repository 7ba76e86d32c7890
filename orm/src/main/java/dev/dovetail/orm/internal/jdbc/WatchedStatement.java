package dev.dovetail.orm.internal.jdbc;

import dev.dovetail.core.statement.Statements;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A statement that is reported when it is sent; a batch is one statement. */
final class WatchedStatement implements InvocationHandler {

    private final Statement statement;
    private final @Nullable String sql;
    private final ActiveTransaction transaction;

    WatchedStatement(Statement statement, @Nullable String sql, ActiveTransaction transaction) {
        this.statement = statement;
        this.sql = sql;
        this.transaction = transaction;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute")) {
            beforeSending(arguments != null && arguments.length > 0 ? (String) arguments[0] : sql);
        } else if (name.equals("equals")) {
            return arguments != null && proxy == arguments[0];
        } else if (name.equals("hashCode")) {
            return System.identityHashCode(proxy);
        }
        try {
            return method.invoke(statement, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }

    private void beforeSending(@Nullable String text) throws SQLException {
        transaction.requireUsable();
        Duration remaining = transaction.remaining();
        if (remaining != null) {
            statement.setQueryTimeout((int) Math.max(1, remaining.toSeconds() + 1));
        }
        Statements.record(text == null ? "(batch)" : text);
    }
}

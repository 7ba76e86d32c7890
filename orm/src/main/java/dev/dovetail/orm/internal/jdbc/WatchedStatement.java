package dev.dovetail.orm.internal.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is not prepared, or a callable one. They are rare, so what is watched is found by its name instead of
 * being written down for each of the many methods.
 */
record WatchedStatement(Statement statement, @Nullable String sql, StatementWatch watch) implements InvocationHandler {

    static <S extends Statement> S of(Class<S> type, S statement, @Nullable String sql, StatementWatch watch) {
        return type.cast(Proxy.newProxyInstance(
                WatchedStatement.class.getClassLoader(),
                new Class<?>[] {type},
                new WatchedStatement(statement, sql, watch)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute")) {
            String text = arguments != null && arguments.length > 0 ? (String) arguments[0] : sql;
            return method.getReturnType() == ResultSet.class
                    ? watch.query(text, () -> (ResultSet) Objects.requireNonNull(call(method, arguments)))
                    : watch.send(text, () -> Objects.requireNonNull(call(method, arguments)));
        }
        if (name.equals("equals")) {
            return arguments != null && proxy == arguments[0];
        }
        if (name.equals("hashCode")) {
            return System.identityHashCode(proxy);
        }
        if (name.equals("close")) {
            watch.endQuery();
        }
        return call(method, arguments);
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws SQLException {
        try {
            return method.invoke(statement, arguments);
        } catch (InvocationTargetException failure) {
            Throwable cause = failure.getTargetException();
            if (cause instanceof SQLException driver) {
                throw driver;
            }
            if (cause instanceof RuntimeException ours) {
                throw ours;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        } catch (IllegalAccessException notPublic) {
            throw new IllegalStateException(notPublic);
        }
    }
}

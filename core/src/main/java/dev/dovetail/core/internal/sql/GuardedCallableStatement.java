package dev.dovetail.core.internal.sql;

import dev.dovetail.core.spi.BoundStatement;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A callable statement of a {@link GuardedConnection}, whose text was looked at when it was made. They are rare, so what is
 * guarded is found by its name instead of being written down once more.
 */
record GuardedCallableStatement(
        CallableStatement statement, String sql, Connection connection, Guard guard, BoundRows bound)
        implements InvocationHandler {

    static CallableStatement of(CallableStatement statement, String sql, Connection connection, Guard guard) {
        return (CallableStatement) Proxy.newProxyInstance(
                GuardedCallableStatement.class.getClassLoader(),
                new Class<?>[] {CallableStatement.class, BoundStatement.class},
                new GuardedCallableStatement(statement, sql, connection, guard, new BoundRows()));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (name.equals("getConnection")) {
            return connection;
        }
        if (name.equals("boundValues")) {
            return bound.values();
        }
        if (name.startsWith("execute")) {
            return guard.sendPrepared(statement, sql, bound, () -> Objects.requireNonNull(call(method, arguments)));
        }
        Object result = call(method, arguments);
        if (name.startsWith("set") && arguments != null && arguments[0] instanceof Integer position) {
            bound.set(position, name.equals("setNull") ? null : arguments[1]);
        }
        return result;
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws SQLException {
        try {
            return method.invoke(statement, arguments);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof SQLException driver) {
                throw driver;
            }
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            if (failure.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw new IllegalStateException(failure);
        } catch (IllegalAccessException notPublic) {
            throw new IllegalStateException(notPublic);
        }
    }
}

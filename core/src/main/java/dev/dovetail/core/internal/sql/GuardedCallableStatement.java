package dev.dovetail.core.internal.sql;

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
record GuardedCallableStatement(CallableStatement statement, String sql, Connection connection, Guard guard)
        implements InvocationHandler {

    static CallableStatement of(CallableStatement statement, String sql, Connection connection, Guard guard) {
        return (CallableStatement) Proxy.newProxyInstance(
                GuardedCallableStatement.class.getClassLoader(),
                new Class<?>[] {CallableStatement.class},
                new GuardedCallableStatement(statement, sql, connection, guard));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("getConnection")) {
            return connection;
        }
        return method.getName().startsWith("execute")
                ? guard.sendPrepared(statement, sql, () -> Objects.requireNonNull(call(method, arguments)))
                : call(method, arguments);
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

package dev.dovetail.orm.internal.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** Counts the rows that are read from a result. */
final class CountedRows implements InvocationHandler {

    private final ResultSet rows;
    private long count;

    CountedRows(ResultSet rows) {
        this.rows = rows;
    }

    ResultSet view() {
        return (ResultSet)
                Proxy.newProxyInstance(CountedRows.class.getClassLoader(), new Class<?>[] {ResultSet.class}, this);
    }

    long count() {
        return count;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        switch (method.getName()) {
            case "equals":
                return arguments != null && proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            default:
                break;
        }
        try {
            Object result = method.invoke(rows, arguments);
            if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
                count++;
            }
            return result;
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}

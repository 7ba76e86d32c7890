package dev.dovetail.core;

import dev.dovetail.databases.TestDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's pool of one connection, which resets nothing when it is given back: whoever leaves it changed is found out.
 * Its methods fail where a test says so.
 */
public final class OneConnection implements AutoCloseable {

    private final TestDatabase database;
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private @Nullable Connection connection;

    public OneConnection(TestDatabase database) {
        this.database = database;
    }

    /** From now on, this happens instead of that method, once. */
    public OneConnection failing(String method, Fault fault) {
        faults.put(method, fault);
        return this;
    }

    /** What happens instead of a method. */
    public interface Fault {
        void strike(Connection real) throws Throwable;
    }

    /** The driver's connection, opened again if it has been closed. */
    public synchronized Connection real() throws SQLException {
        if (connection == null || connection.isClosed()) {
            connection = database.connect();
        }
        return connection;
    }

    public DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConnection" -> borrowed(real());
                    case "isWrapperFor" -> false;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Connection borrowed(Connection real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Fault fault = arguments == null ? faults.remove(method.getName()) : null;
            if (fault != null) {
                fault.strike(real);
                return null;
            }
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getTargetException();
            }
        };
        return (Connection)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}

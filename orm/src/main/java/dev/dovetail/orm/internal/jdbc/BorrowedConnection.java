package dev.dovetail.orm.internal.jdbc;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Core's connection as Hibernate sees it: the end of the transaction stays core's, and each statement is counted. Core
 * itself holds it to the transaction's time-out.
 */
public final class BorrowedConnection implements InvocationHandler {

    private static final ClassLoader LOADER = BorrowedConnection.class.getClassLoader();

    private static final @Nullable Object[] NONE = {};

    private final DatabaseAccess access;
    private final Connection connection;
    private final ActiveTransaction transaction;

    private BorrowedConnection(DatabaseAccess access, ActiveTransaction transaction) {
        this.access = access;
        this.connection = access.connection();
        this.transaction = transaction;
    }

    /** A view of the connection of the current transaction, which is given, too. */
    public static Connection of(DatabaseAccess access, ActiveTransaction transaction) {
        return (Connection) Proxy.newProxyInstance(
                LOADER, new Class<?>[] {Connection.class}, new BorrowedConnection(access, transaction));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given) throws Throwable {
        @Nullable Object[] arguments = given == null ? NONE : given;
        return switch (method.getName()) {
            case "commit", "close", "setAutoCommit", "abort" -> null;
            case "rollback" -> arguments.length == 0 ? null : call(method, arguments);
            case "getAutoCommit" -> false;
            case "prepareStatement" -> watched(PreparedStatement.class, method, arguments);
            case "prepareCall" -> watched(CallableStatement.class, method, arguments);
            case "createStatement" -> watched(Statement.class, method, arguments);
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> call(method, arguments);
        };
    }

    private Object watched(Class<? extends Statement> type, Method method, @Nullable Object[] arguments)
            throws Throwable {
        Statement statement = (Statement) Objects.requireNonNull(call(method, arguments));
        String sql = arguments.length > 0 && arguments[0] instanceof String text ? text : null;
        return Proxy.newProxyInstance(
                LOADER, new Class<?>[] {type}, new WatchedStatement(statement, sql, access, transaction));
    }

    private @Nullable Object call(Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}

package dev.dovetail.migrations.execution;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;

/** The connection of a step, for code that must not end the step's transaction, and never the connection. */
final class StepConnection {

    private static final Set<String> ENDS_CONNECTION = Set.of("close", "abort");
    private static final Set<String> ENDS_TRANSACTION = Set.of("commit", "setAutoCommit");

    private StepConnection() {}

    static Connection of(Connection connection, boolean inTransaction) {
        return (Connection) Proxy.newProxyInstance(
                StepConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    String name = method.getName();
                    boolean wholeRollback = name.equals("rollback") && method.getParameterCount() == 0;
                    if (ENDS_CONNECTION.contains(name)
                            || (inTransaction && (wholeRollback || ENDS_TRANSACTION.contains(name)))) {
                        throw refused(name);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getTargetException();
                    }
                });
    }

    private static MigrationException refused(String method) {
        return new MigrationException(new Explanation(
                MigrationError.TRANSACTION_CONTROL,
                "A migration in Java called " + method + " on the connection of its step.",
                "the step itself commits, together with the row in the history, and closes",
                "leave the call away; for transactions of its own: @RevisionHeader(transaction = false)"));
    }
}

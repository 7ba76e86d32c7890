package dev.dovetail.orm.internal.query;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.orm.internal.fetch.Origin;
import dev.dovetail.orm.internal.load.SelectinLoader;
import jakarta.data.exceptions.EmptyResultException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/** Lets Hibernate come as far as the text of each statement, and no farther: there is no connection behind it. */
final class DescribingScope implements QueryScope, AutoCloseable {

    /** Hibernate wants to hold one before it knows what to send. */
    private static final Connection UNUSED = (Connection) Proxy.newProxyInstance(
            DescribingScope.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                if (method.getReturnType() == boolean.class) {
                    return false;
                }
                return method.getReturnType() == int.class ? 0 : null;
            });

    private final QueryScope original;
    private final List<String> statements = new ArrayList<>();
    private final SessionImplementor session;

    private DescribingScope(QueryScope original) {
        this.original = original;
        this.session = original.open()
                .getFactory()
                .withOptions()
                .connection(UNUSED)
                .statementInspector((StatementInspector) this::stop)
                .openSession()
                .unwrap(SessionImplementor.class);
    }

    static DescribingScope beside(QueryScope original) {
        return new DescribingScope(original);
    }

    List<String> statementsOf(Supplier<?> operation) {
        try {
            var unused = operation.get();
        } catch (EmptyResultException nothingFound) {
            // Nothing is ever found here.
        }
        return List.copyOf(statements);
    }

    private String stop(String sql) {
        statements.add(sql);
        throw new NotSentException();
    }

    @Override
    public SessionImplementor open() {
        return session;
    }

    @Override
    public SelectinLoader loader() {
        return original.loader();
    }

    @Override
    public Engine engine() {
        return original.engine();
    }

    @Override
    public <T extends @Nullable Object> T loading(Origin origin, Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T ask(Supplier<T> statement, T ifNotSent) {
        try {
            return statement.get();
        } catch (NotSentException stopped) {
            return ifNotSent;
        }
    }

    @Override
    public void requireLockable() {}

    @Override
    public boolean hasPendingChanges() {
        return false;
    }

    @Override
    public void flushBeforePlainSql() {}

    @Override
    public void close() {
        session.close();
    }

    private static final class NotSentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private NotSentException() {
            super("Not sent", null, false, false);
        }
    }
}

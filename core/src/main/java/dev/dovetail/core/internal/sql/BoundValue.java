package dev.dovetail.core.internal.sql;

import java.io.Closeable;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.PreparedStatement;
import java.sql.SQLXML;
import org.jooq.BindingSetStatementContext;
import org.jooq.Configuration;
import org.jooq.Converter;
import org.jooq.ExecuteContext;
import org.jooq.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The one value that is being bound now, as jOOQ's bindings want to see it; may be used again for the next one.
 *
 * @param <U> the type that the binding takes
 */
public final class BoundValue<U> extends JooqScope implements BindingSetStatementContext<U> {

    private @Nullable PreparedStatement statement;
    private int index;
    private @Nullable U value;

    /** For bindings of a configuration. */
    public BoundValue(Configuration configuration) {
        super(configuration);
    }

    /** A value for a parameter of a statement. */
    public BoundValue<U> at(PreparedStatement newStatement, int newIndex, @Nullable U newValue) {
        statement = newStatement;
        index = newIndex;
        value = newValue;
        return this;
    }

    @Override
    public PreparedStatement statement() {
        if (statement == null) {
            throw new IllegalStateException("No value is being bound");
        }
        return statement;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public @Nullable U value() {
        return value;
    }

    @Override
    public <T> BindingSetStatementContext<T> convert(Converter<? extends T, ? super U> converter) {
        return new BoundValue<T>(configuration()).at(statement(), index, converter.to(value));
    }

    /** Some bindings ask it for the connection, to make a large object. Nothing else of it has a meaning here. */
    @Override
    public ExecuteContext executeContext() {
        return (ExecuteContext) Proxy.newProxyInstance(
                ExecuteContext.class.getClassLoader(), new Class<?>[] {ExecuteContext.class}, (proxy, method, args) -> {
                    if (method.getName().equals("connection")) {
                        return statement().getConnection();
                    }
                    if (method.getDeclaringClass() == Scope.class) {
                        return method.invoke(this, args);
                    }
                    if (method.getName().equals("query")) {
                        // As in jOOQ's own batches.
                        return null;
                    }
                    throw new UnsupportedOperationException(
                            "There is no " + method.getName() + " while a value is bound");
                });
    }

    // The drivers free these with their statement.

    @Override
    public Array autoFree(Array array) {
        return array;
    }

    @Override
    public Blob autoFree(Blob blob) {
        return blob;
    }

    @Override
    public Clob autoFree(Clob clob) {
        return clob;
    }

    @Override
    public SQLXML autoFree(SQLXML xml) {
        return xml;
    }

    @Override
    public <R extends Closeable> R autoClose(R closeable) {
        return closeable;
    }

    @Override
    public <R extends AutoCloseable> R autoClose(R closeable) {
        return closeable;
    }
}

package dev.dovetail.core.internal.bulk;

import java.io.Closeable;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.PreparedStatement;
import java.sql.SQLXML;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jooq.BindingSetStatementContext;
import org.jooq.Configuration;
import org.jooq.Converter;
import org.jooq.ConverterContext;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.SQLDialect;
import org.jooq.Scope;
import org.jooq.conf.Settings;
import org.jspecify.annotations.Nullable;

/** The one value that is being bound now, as jOOQ's bindings want to see it. Used again for each value. */
final class BoundValue implements BindingSetStatementContext<Object>, ConverterContext {

    private final Configuration configuration;
    private final SQLDialect family;
    private final Settings settings;
    private final Instant creationTime;
    private final Map<Object, Object> data = new HashMap<>();
    private @Nullable PreparedStatement statement;
    private int index;
    private @Nullable Object value;

    BoundValue(Configuration configuration) {
        this.configuration = configuration;
        this.family = configuration.family();
        this.settings = configuration.settings();
        this.creationTime = configuration.clock().instant();
    }

    BoundValue at(PreparedStatement newStatement, int newIndex, @Nullable Object newValue) {
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
    @SuppressWarnings("NullAway") // null is SQL's null, as in jOOQ's own
    public Object value() {
        return value;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // as above; the caller's converter takes what its field holds
    public <T> BindingSetStatementContext<T> convert(Converter<? extends T, ? super Object> converter) {
        return (BindingSetStatementContext<T>)
                new BoundValue(configuration).at(statement(), index, converter.to(value));
    }

    @Override
    public ConverterContext converterContext() {
        return this;
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
                    throw new UnsupportedOperationException("A bulk operation has no " + method.getName());
                });
    }

    @Override
    public Instant creationTime() {
        return creationTime;
    }

    @Override
    public Configuration configuration() {
        return configuration;
    }

    @Override
    public DSLContext dsl() {
        return configuration.dsl();
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public SQLDialect dialect() {
        return configuration.dialect();
    }

    @Override
    public SQLDialect family() {
        return family;
    }

    @Override
    public Map<Object, Object> data() {
        return data;
    }

    @Override
    @SuppressWarnings("NullAway") // absent is null, as in jOOQ's own
    public Object data(Object key) {
        return data.get(key);
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public Object data(Object key, Object newValue) {
        return data.put(key, newValue);
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

package dev.dovetail.core.internal.sql;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Configuration;
import org.jooq.ConverterContext;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteScope;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jspecify.annotations.Nullable;

/** What jOOQ's bindings and converters want to know of their surroundings. Used by one thread. */
public abstract class JooqScope implements ExecuteScope, ConverterContext {

    private final Configuration configuration;
    private @Nullable Map<Object, Object> data;

    protected JooqScope(Configuration configuration) {
        this.configuration = configuration;
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
        return configuration.settings();
    }

    @Override
    public SQLDialect dialect() {
        return configuration.dialect();
    }

    @Override
    public SQLDialect family() {
        return configuration.family();
    }

    @Override
    public Instant creationTime() {
        return configuration.clock().instant();
    }

    @Override
    public Map<Object, Object> data() {
        if (data == null) {
            data = new HashMap<>();
        }
        return data;
    }

    @Override
    public @Nullable Object data(Object key) {
        return data().get(key);
    }

    @Override
    public @Nullable Object data(Object key, Object value) {
        return data().put(key, value);
    }

    @Override
    public ConverterContext converterContext() {
        return this;
    }

    /** There is none, and jOOQ's own bindings do without. */
    @Override
    public @Nullable ExecuteContext executeContext() {
        return null;
    }
}

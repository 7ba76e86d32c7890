package dev.dovetail.core.query;

import java.io.Closeable;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.PreparedStatement;
import java.sql.SQLXML;
import org.jooq.BindingSetStatementContext;
import org.jooq.Configuration;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/** One placeholder, to be set by jOOQ's binding. What a binding registers to be freed lives as long as the statement. */
final class ParameterScope<U> extends JooqScope implements BindingSetStatementContext<U> {

    private final PreparedStatement statement;
    private final int index;
    private final @Nullable U value;

    ParameterScope(Configuration configuration, PreparedStatement statement, int index, @Nullable U value) {
        super(configuration);
        this.statement = statement;
        this.index = index;
        this.value = value;
    }

    @Override
    public PreparedStatement statement() {
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
        return new ParameterScope<>(configuration(), statement, index, converter.to(value));
    }

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

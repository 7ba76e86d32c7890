package dev.dovetail.core.query;

import dev.dovetail.core.internal.sql.JooqScope;
import java.sql.ResultSet;
import org.jooq.BindingGetResultSetContext;
import org.jooq.Configuration;
import org.jooq.Converter;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** One value of a result, to be read by jOOQ's binding. */
final class ColumnScope<U> extends JooqScope implements BindingGetResultSetContext<U> {

    private final Field<U> field;
    private final ResultSet result;
    private final int index;
    private @Nullable U value;

    ColumnScope(Configuration configuration, Field<U> field, ResultSet result, int index) {
        super(configuration);
        this.field = field;
        this.result = result;
        this.index = index;
    }

    @Nullable
    U read() {
        return value;
    }

    @Override
    public ResultSet resultSet() {
        return result;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public Field<U> field() {
        return field;
    }

    @Override
    public void value(@Nullable U newValue) {
        value = newValue;
    }

    @Override
    @SuppressWarnings("unchecked") // as in jOOQ, a converted scope has the converted field's place but not its type
    public <T> BindingGetResultSetContext<T> convert(Converter<? super T, ? extends U> converter) {
        ColumnScope<U> outer = this;
        return new ConvertedColumnScope<>(
                configuration(),
                (Field<T>) (Field<?>) field,
                result,
                index,
                value -> outer.value(converter.from(value)));
    }
}

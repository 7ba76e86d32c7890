package dev.dovetail.core.query;

import dev.dovetail.core.internal.sql.JooqScope;
import java.sql.ResultSet;
import java.util.function.Consumer;
import org.jooq.BindingGetResultSetContext;
import org.jooq.Configuration;
import org.jooq.Converter;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** One value of a result that another scope converts. */
final class ConvertedColumnScope<T> extends JooqScope implements BindingGetResultSetContext<T> {

    private final Field<T> field;
    private final ResultSet result;
    private final int index;
    private final Consumer<@Nullable T> target;

    ConvertedColumnScope(
            Configuration configuration, Field<T> field, ResultSet result, int index, Consumer<@Nullable T> target) {
        super(configuration);
        this.field = field;
        this.result = result;
        this.index = index;
        this.target = target;
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
    public Field<T> field() {
        return field;
    }

    @Override
    public void value(@Nullable T value) {
        target.accept(value);
    }

    @Override
    @SuppressWarnings("unchecked") // as in jOOQ, a converted scope has the converted field's place but not its type
    public <V> BindingGetResultSetContext<V> convert(Converter<? super V, ? extends T> converter) {
        return new ConvertedColumnScope<>(
                configuration(),
                (Field<V>) (Field<?>) field,
                result,
                index,
                value -> target.accept(converter.from(value)));
    }
}

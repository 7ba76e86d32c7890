package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.error.ValueNotKeptException;
import dev.dovetail.core.internal.sql.BoundValue;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jooq.Binding;
import org.jooq.Configuration;
import org.jooq.DataType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Binds values through the bindings of their columns, each resolved once: what is stored is what jOOQ would store,
 * without jOOQ's work of rendering and visiting each value.
 */
final class ColumnBinder {

    /** The bindings of jOOQ that do nothing but call this setter; it is called without them. */
    private enum Setter {
        BINDING,
        LONG,
        INTEGER,
        STRING
    }

    private final Binding<?, Object>[] bindings;
    private final Setter[] setters;
    private final BoundValue<Object> value;

    @SuppressWarnings("unchecked") // a binding is only given values of its own field
    ColumnBinder(List<Field<?>> columns, Configuration configuration) {
        this.bindings = columns.stream()
                .map(column -> (Binding<?, Object>) column.getBinding())
                .toArray(Binding[]::new);
        this.setters = columns.stream().map(ColumnBinder::setter).toArray(Setter[]::new);
        this.value = new BoundValue<>(configuration);
    }

    private static Setter setter(Field<?> column) {
        DataType<?> type = column.getDataType();
        // Equal types have jOOQ's own binding; a converted or a bound one is another type.
        DataType<?> standard = type.getSQLDataType();
        if (standard == null
                || type.getFromType() != type.getToType()
                || column.getBinding().getClass() != standard.getBinding().getClass()) {
            return Setter.BINDING;
        }
        return switch (type.getSQLType()) {
            case Types.BIGINT -> type.getType() == Long.class ? Setter.LONG : Setter.BINDING;
            case Types.INTEGER -> type.getType() == Integer.class ? Setter.INTEGER : Setter.BINDING;
            case Types.VARCHAR -> type.getType() == String.class ? Setter.STRING : Setter.BINDING;
            default -> Setter.BINDING;
        };
    }

    /** Binds the values of a row at the parameters from the first one on, and returns the parameter after them. */
    int bind(PreparedStatement statement, int first, int row, @Nullable Object[] values) {
        int parameter = first;
        for (int column = 0; column < values.length; column++) {
            bind(statement, parameter++, row, column, values[column]);
        }
        return parameter;
    }

    /** Binds the values at some positions of a row. */
    int bind(PreparedStatement statement, int first, int row, @Nullable Object[] values, int[] positions) {
        int parameter = first;
        for (int column : positions) {
            bind(statement, parameter++, row, column, values[column]);
        }
        return parameter;
    }

    private void bind(PreparedStatement statement, int parameter, int row, int column, @Nullable Object given) {
        try {
            if (given == null) {
                bindings[column].set(value.at(statement, parameter, null));
                return;
            }
            switch (setters[column]) {
                case LONG -> statement.setLong(parameter, (Long) given);
                case INTEGER -> statement.setInt(parameter, (Integer) given);
                case STRING -> statement.setString(parameter, (String) given);
                case BINDING -> bindings[column].set(value.at(statement, parameter, given));
            }
        } catch (ValueNotKeptException refused) {
            throw new UnfitValueException(refused.reason(), refused.fix(), refused).at(row, column);
        } catch (SQLException | RuntimeException failure) {
            throw new UnfitValueException(
                            "it cannot be bound as its column says",
                            "see the cause; give a value that the column's type and converter take",
                            failure)
                    .at(row, column);
        }
    }
}

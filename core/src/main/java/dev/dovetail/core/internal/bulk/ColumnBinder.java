package dev.dovetail.core.internal.bulk;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Binding;
import org.jooq.Configuration;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Binds values through the bindings of their columns, each resolved once: what is stored is what jOOQ would store,
 * without jOOQ's work of rendering and visiting each value.
 */
final class ColumnBinder {

    private final Binding<?, Object>[] bindings;
    private final BoundValue value;

    @SuppressWarnings("unchecked") // a binding is only given values of its own field
    ColumnBinder(List<Field<?>> columns, Configuration configuration) {
        this.bindings = columns.stream()
                .map(column -> (Binding<?, Object>) column.getBinding())
                .toArray(Binding[]::new);
        this.value = new BoundValue(configuration);
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
            bindings[column].set(value.at(statement, parameter, given));
        } catch (SQLException | RuntimeException failure) {
            throw new UnfitValueException(
                            "it cannot be bound as its column says",
                            "see the cause; give a value that the column's type and converter take",
                            failure)
                    .at(row, column);
        }
    }
}

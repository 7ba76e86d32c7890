package dev.dovetail.core.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One placeholder.
 *
 * @param parameter the place of its parameter, or -1 for a constant
 * @param constant its value where it has no parameter
 */
record Slot(ParameterBinder binder, int parameter, @Nullable Object constant) {

    void bind(PreparedStatement statement, int index, @Nullable Object[] values) throws SQLException {
        binder.bind(statement, index, value(values));
    }

    @Nullable
    Object value(@Nullable Object[] values) {
        return parameter < 0 ? constant : values[parameter];
    }
}

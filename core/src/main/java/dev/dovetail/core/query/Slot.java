package dev.dovetail.core.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One placeholder: where its value comes from, and how it is set. */
record Slot(Source source, ParameterBinder binder) {

    void bind(PreparedStatement statement, int index, @Nullable Object[] values) throws SQLException {
        binder.bind(statement, index, source.of(values));
    }

    /** Finds the value of a placeholder among those of the parameters. */
    @FunctionalInterface
    interface Source {

        @Nullable
        Object of(@Nullable Object[] values);

        static Source constant(@Nullable Object value) {
            return values -> value;
        }

        static Source parameter(int parameter) {
            return values -> values[parameter];
        }

        static Source element(int parameter, int index) {
            return values -> list(values, parameter).element(index);
        }

        /** Something made of a whole list. */
        static Source of(int parameter, Function<ListValue, Object> whole) {
            return values -> whole.apply(list(values, parameter));
        }

        private static ListValue list(@Nullable Object[] values, int parameter) {
            if (values[parameter] instanceof ListValue list) {
                return list;
            }
            throw new IllegalStateException("Not a list: parameter " + parameter);
        }
    }
}

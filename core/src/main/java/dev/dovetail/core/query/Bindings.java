package dev.dovetail.core.query;

import dev.dovetail.core.internal.sql.BoundValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.Binding;
import org.jooq.Configuration;
import org.jooq.ContextConverter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.IdentityConverter;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * How values reach the driver and come back: by jOOQ's binding of the type, so that they are the same. The most frequent
 * types, whose bindings call one method of the driver, take the short way.
 */
final class Bindings {

    private Bindings() {}

    static ColumnReader reader(Field<?> column, Configuration configuration) {
        DataType<?> type = column.getDataType();
        if (isPlain(type, SQLDataType.INTEGER)) {
            return Bindings::readInt;
        }
        if (isPlain(type, SQLDataType.BIGINT)) {
            return Bindings::readLong;
        }
        if (isPlain(type, SQLDataType.VARCHAR)) {
            return ResultSet::getString;
        }
        if (isBytes(type)) {
            return bytesReader(column, configuration);
        }
        return byBinding(column, configuration);
    }

    private static <U> ColumnReader byBinding(Field<U> column, Configuration configuration) {
        Binding<?, U> binding = column.getBinding();
        return (result, index) -> {
            ColumnScope<U> scope = new ColumnScope<>(configuration, column, result, index);
            binding.get(scope);
            return scope.read();
        };
    }

    static ParameterBinder binder(DataType<?> type, Configuration configuration) {
        ParameterBinder general = byBinding(type, configuration);
        if (isPlain(type, SQLDataType.INTEGER)) {
            return (statement, index, value) -> {
                if (value instanceof Integer number) {
                    statement.setInt(index, number);
                } else {
                    general.bind(statement, index, value);
                }
            };
        }
        if (isPlain(type, SQLDataType.BIGINT)) {
            return (statement, index, value) -> {
                if (value instanceof Long number) {
                    statement.setLong(index, number);
                } else {
                    general.bind(statement, index, value);
                }
            };
        }
        return isBytes(type) ? bytesBinder(type, general, configuration) : general;
    }

    /** jOOQ's binding of bytes makes a scope of its own on H2, from an ExecuteContext that there is not. */
    private static boolean isBytes(DataType<?> type) {
        return type.getBinding().getClass()
                == SQLDataType.VARBINARY.getBinding().getClass();
    }

    @SuppressWarnings("unchecked") // the binding's own types
    private static <U> ColumnReader bytesReader(Field<U> column, Configuration configuration) {
        ContextConverter<byte[], U> converter = (ContextConverter<byte[], U>) column.getConverter();
        return (result, index) ->
                converter.from(result.getBytes(index), new ColumnScope<>(configuration, column, result, index));
    }

    @SuppressWarnings("unchecked") // values are checked against the type when they are given
    private static <U> ParameterBinder bytesBinder(
            DataType<U> type, ParameterBinder general, Configuration configuration) {
        ContextConverter<byte[], U> converter = (ContextConverter<byte[], U>) type.getConverter();
        return (statement, index, value) -> {
            byte[] bytes = converter.to((U) value, new BoundValue<U>(configuration).at(statement, index, (U) value));
            if (bytes == null) {
                general.bind(statement, index, value);
            } else {
                statement.setBytes(index, bytes);
            }
        };
    }

    @SuppressWarnings("unchecked") // values are checked against the type when they are given
    private static <U> ParameterBinder byBinding(DataType<U> type, Configuration configuration) {
        Binding<?, U> binding = type.getBinding();
        return (statement, index, value) ->
                binding.set(new BoundValue<U>(configuration).at(statement, index, (U) value));
    }

    /** Whether jOOQ's own binding of that type stands behind a type, without a converter. */
    static boolean isPlain(DataType<?> type, DataType<?> plain) {
        return type.getBinding().getClass() == plain.getBinding().getClass()
                && type.getBinding().converter() instanceof IdentityConverter;
    }

    private static @Nullable Object readInt(ResultSet result, int index) throws SQLException {
        int value = result.getInt(index);
        return value == 0 && result.wasNull() ? null : value;
    }

    private static @Nullable Object readLong(ResultSet result, int index) throws SQLException {
        long value = result.getLong(index);
        return value == 0 && result.wasNull() ? null : value;
    }
}

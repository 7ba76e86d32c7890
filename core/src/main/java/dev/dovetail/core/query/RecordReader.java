package dev.dovetail.core.query;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.Converter;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Makes Java records by the names of their components; constructor and converters are looked up once. */
final class RecordReader<T extends java.lang.Record> implements RowReader<T> {

    private final Class<T> type;
    private final List<Component> components;
    private final MethodHandle constructor;

    private RecordReader(Class<T> type, List<Component> components, MethodHandle constructor) {
        this.type = type;
        this.components = components;
        this.constructor = constructor;
    }

    static <T extends java.lang.Record> RecordReader<T> of(Class<T> type, Columns columns) {
        RecordComponent[] declared = type.getRecordComponents();
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : declared) {
            components.add(component(type, component, columns.fields(), columns.configuration()));
        }
        return new RecordReader<>(type, components, constructor(type, declared));
    }

    @Override
    public T read(Row row) throws java.sql.SQLException {
        @Nullable Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            Component component = components.get(i);
            Object value = component.converter.from(row.get(component.column));
            if (value == null && component.primitive) {
                throw QueryErrors.nullForPrimitive(type, component.name);
            }
            values[i] = value;
        }
        try {
            return type.cast(constructor.invokeExact(values));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw QueryErrors.constructorFailed(type, failure);
        }
    }

    private static Component component(
            Class<?> type, RecordComponent component, List<Field<?>> columns, Configuration configuration) {
        String wanted = plain(component.getName());
        List<Integer> matches = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (plain(columns.get(i).getName()).equals(wanted)) {
                matches.add(i);
            }
        }
        if (matches.size() != 1) {
            throw QueryErrors.noColumn(
                    type,
                    component.getName(),
                    matches.size(),
                    columns.stream().map(Field::getName).toList());
        }
        int column = matches.get(0);
        Class<?> boxed = MethodType.methodType(component.getType()).wrap().returnType();
        return new Component(
                component.getName(),
                column,
                component.getType().isPrimitive(),
                converter(type, component.getName(), columns.get(column), boxed, configuration));
    }

    @SuppressWarnings("unchecked") // the provider is asked for these two types
    private static Converter<Object, ?> converter(
            Class<?> type, String name, Field<?> column, Class<?> target, Configuration configuration) {
        Converter<?, ?> converter = target.isAssignableFrom(column.getType())
                ? Converter.of(Object.class, Object.class, value -> value, value -> value)
                : configuration.converterProvider().provide(column.getType(), target);
        if (converter == null) {
            throw QueryErrors.noConverter(type, name, column, target);
        }
        return (Converter<Object, ?>) converter;
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        MethodType signature = MethodType.methodType(
                void.class, Stream.of(components).map(RecordComponent::getType).collect(Collectors.toList()));
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findConstructor(type, signature)
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException failure) {
            throw QueryErrors.constructorFailed(type, failure);
        }
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private record Component(String name, int column, boolean primitive, Converter<Object, ?> converter) {}
}

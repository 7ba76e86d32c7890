package dev.dovetail.repository.internal.mapping;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The converters between attributes and columns: those that attributes name, and those that apply by themselves. */
final class Converters {

    private final MappingFaults faults;
    private final Map<Class<?>, ColumnConverter> made = new HashMap<>();
    private final Map<Class<?>, ColumnConverter> automatic = new HashMap<>();

    /** With those of the given classes that are converters. */
    Converters(List<Class<?>> types, MappingFaults faults) {
        this.faults = faults;
        for (Class<?> type : types) {
            Converter annotation = type.getAnnotation(Converter.class);
            if (isConverter(type) && annotation != null && annotation.autoApply()) {
                ColumnConverter converter = converter(type);
                Class<?> attribute = argument(type, 0);
                if (converter != null && attribute != null) {
                    automatic.put(attribute, converter);
                }
            }
        }
    }

    static boolean isConverter(Class<?> type) {
        return AttributeConverter.class.isAssignableFrom(type);
    }

    /** The converter of an attribute or of the elements of a collection; null for none. */
    @Nullable
    ColumnConverter of(Class<?> owner, Accessor attribute) {
        Convert convert = attribute.annotations().getAnnotation(Convert.class);
        if (convert == null) {
            return automatic.get(Reflection.box(attribute.type()));
        }
        if (!convert.attributeName().isEmpty()) {
            faults.add(
                    owner, attribute.name(), "@Convert with an attributeName is not supported", "put it on the part");
            return null;
        }
        return convert.disableConversion() ? null : converter(convert.converter());
    }

    private @Nullable ColumnConverter converter(Class<?> type) {
        ColumnConverter known = made.get(type);
        if (known != null) {
            return known;
        }
        Class<?> column = argument(type, 1);
        if (column == null) {
            faults.add(type, "the types that it converts are not to be seen", "name them: AttributeConverter<X, Y>");
            return null;
        }
        ColumnConverter converter = new ColumnConverter(instance(Constructors.withoutParameters(type, faults)), column);
        made.put(type, converter);
        return converter;
    }

    @SuppressWarnings("unchecked") // what an attribute is converted with takes its values
    private static AttributeConverter<@Nullable Object, @Nullable Object> instance(
            java.lang.reflect.Constructor<?> constructor) {
        return (AttributeConverter<@Nullable Object, @Nullable Object>) Reflection.newInstance(constructor);
    }

    /** The class that a converter gives for a parameter of {@link AttributeConverter}; null if it cannot be told. */
    private static @Nullable Class<?> argument(Class<?> type, int position) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Type implemented : c.getGenericInterfaces()) {
                if (implemented instanceof ParameterizedType parameterized
                        && parameterized.getRawType() == AttributeConverter.class) {
                    return raw(parameterized.getActualTypeArguments()[position]);
                }
            }
        }
        return null;
    }

    private static @Nullable Class<?> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        return type instanceof Class<?> raw ? raw : null;
    }
}

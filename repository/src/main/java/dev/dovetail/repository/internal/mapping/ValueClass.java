package dev.dovetail.repository.internal.mapping;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class of values with parts: an embeddable, or the class of an id. Thread-safe.
 *
 * @param type the class
 * @param constructor makes one: empty, or of a record with all parts
 * @param parts its attributes, of a record in the order of its components
 */
public record ValueClass(Class<?> type, Constructor<?> constructor, List<AttributeMapping> parts) {

    /** Keeps a copy of the parts. */
    public ValueClass {
        parts = List.copyOf(parts);
    }

    /** The constructor that makes one; a fault, and a useless one, if there is none. */
    static Constructor<?> constructor(Class<?> type, MappingFaults faults) {
        if (!type.isRecord()) {
            return Constructors.withoutParameters(type, faults);
        }
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(components);
            canonical.setAccessible(true);
            return canonical;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A value of its parts, in their order. */
    public Object make(List<? extends @Nullable Object> values) {
        return make(constructor, parts.stream().map(AttributeMapping::accessor).toList(), values);
    }

    static Object make(Constructor<?> constructor, List<Accessor> parts, List<? extends @Nullable Object> values) {
        if (constructor.getDeclaringClass().isRecord()) {
            List<@Nullable Object> arguments = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                Class<?> type = parts.get(i).type();
                @Nullable Object value = values.get(i);
                arguments.add(value == null && type.isPrimitive() ? Reflection.zero(type) : value);
            }
            return Reflection.newInstance(constructor, arguments.toArray());
        }
        Object made = Reflection.newInstance(constructor);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                parts.get(i).set(made, values.get(i));
            }
        }
        return made;
    }
}

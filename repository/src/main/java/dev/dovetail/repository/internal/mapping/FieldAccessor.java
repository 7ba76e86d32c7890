package dev.dovetail.repository.internal.mapping;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** An attribute in a field. */
record FieldAccessor(Field field) implements Accessor {

    FieldAccessor {
        field.setAccessible(true);
    }

    @Override
    public String name() {
        return field.getName();
    }

    @Override
    public Class<?> type() {
        return field.getType();
    }

    @Override
    public Type genericType() {
        return field.getGenericType();
    }

    @Override
    public AnnotatedElement annotations() {
        return field;
    }

    @Override
    public @Nullable Object get(Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void set(Object owner, @Nullable Object value) {
        try {
            field.set(owner, value);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

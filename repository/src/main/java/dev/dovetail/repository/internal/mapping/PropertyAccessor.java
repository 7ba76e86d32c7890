package dev.dovetail.repository.internal.mapping;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** An attribute behind a getter and a setter. */
record PropertyAccessor(String name, Method getter, Method setter) implements Accessor {

    PropertyAccessor {
        getter.setAccessible(true);
        setter.setAccessible(true);
    }

    @Override
    public Class<?> type() {
        return getter.getReturnType();
    }

    @Override
    public Type genericType() {
        return getter.getGenericReturnType();
    }

    @Override
    public AnnotatedElement annotations() {
        return getter;
    }

    @Override
    public @Nullable Object get(Object owner) {
        return Reflection.invoke(getter, owner);
    }

    @Override
    public void set(Object owner, @Nullable Object value) {
        Reflection.invoke(setter, owner, value);
    }
}

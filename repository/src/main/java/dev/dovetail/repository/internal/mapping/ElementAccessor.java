package dev.dovetail.repository.internal.mapping;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Stands for the elements or keys of a collection, which have rows of their own and no place in an object. */
record ElementAccessor(String name, Class<?> type, AnnotatedElement annotations) implements Accessor {

    @Override
    public Type genericType() {
        return type;
    }

    @Override
    public @Nullable Object get(Object owner) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void set(Object owner, @Nullable Object value) {
        throw new UnsupportedOperationException(name);
    }
}

package dev.dovetail.repository.internal.mapping;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads and writes one attribute, through its field or its getter and setter. Thread-safe. */
public interface Accessor {

    /** The attribute's name. */
    String name();

    /** Its type. */
    Class<?> type();

    /** Its type with type arguments. */
    Type genericType();

    /** Where its annotations stand. */
    AnnotatedElement annotations();

    /** The value in an object. */
    @Nullable
    Object get(Object owner);

    /** Sets the value in an object. */
    void set(Object owner, @Nullable Object value);
}

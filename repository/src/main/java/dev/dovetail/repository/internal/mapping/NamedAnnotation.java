package dev.dovetail.repository.internal.mapping;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/** An annotation of Hibernate's, which need not be on the classpath here, read by its name. */
record NamedAnnotation(Annotation annotation) {

    /** The annotation of a type at an element, or null. */
    static @Nullable NamedAnnotation find(AnnotatedElement element, String type) {
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation.annotationType().getName().equals(type)) {
                return new NamedAnnotation(annotation);
            }
        }
        return null;
    }

    /** The value of an attribute that is a class. */
    Class<?> type(String attribute) {
        return (Class<?>) value(attribute);
    }

    /** The value of an attribute as text; of an enum its name. */
    String text(String attribute) {
        Object value = value(attribute);
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }

    private Object value(String attribute) {
        try {
            return annotation.annotationType().getMethod(attribute).invoke(annotation);
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException(annotation + " has no " + attribute, otherVersion);
        }
    }
}

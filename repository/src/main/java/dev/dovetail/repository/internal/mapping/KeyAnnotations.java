package dev.dovetail.repository.internal.mapping;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/** Of the keys of a map: the annotations of the attribute speak of its values. */
enum KeyAnnotations implements AnnotatedElement {
    NONE;

    @Override
    public <T extends Annotation> @Nullable T getAnnotation(Class<T> type) {
        return null;
    }

    @Override
    public Annotation[] getAnnotations() {
        return new Annotation[0];
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return getAnnotations();
    }
}

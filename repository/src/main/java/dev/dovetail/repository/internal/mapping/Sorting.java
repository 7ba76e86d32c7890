package dev.dovetail.repository.internal.mapping;

import java.lang.reflect.AnnotatedElement;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * How a sorted set or map sorts.
 *
 * @param comparator that of Hibernate's annotation, read by its name; null for the natural order
 */
public record Sorting(@Nullable Comparator<Object> comparator) {

    static final String NATURAL = "org.hibernate.annotations.SortNatural";
    static final String COMPARATOR = "org.hibernate.annotations.SortComparator";

    static boolean isSorted(Class<?> type) {
        return type == SortedSet.class || type == SortedMap.class;
    }

    /** Of an attribute; null if its collection does not sort. */
    static @Nullable Sorting of(Accessor accessor, MappingFaults faults) {
        if (!isSorted(accessor.type())) {
            return null;
        }
        AnnotatedElement annotations = accessor.annotations();
        NamedAnnotation annotation = NamedAnnotation.find(annotations, COMPARATOR);
        return new Sorting(annotation == null ? null : comparator(annotation.type("value"), faults));
    }

    @SuppressWarnings("unchecked") // it is there for the elements of the collection
    private static Comparator<Object> comparator(Class<?> type, MappingFaults faults) {
        return (Comparator<Object>) Reflection.newInstance(Constructors.withoutParameters(type, faults));
    }
}

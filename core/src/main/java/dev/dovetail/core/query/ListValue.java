package dev.dovetail.core.query;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The value of a list parameter: its distinct elements. */
final class ListValue {

    private final Object[] elements;

    private ListValue(Object[] elements) {
        this.elements = elements;
    }

    /** Of what a user gave. */
    static ListValue of(Parameter parameter, @Nullable Object given) {
        Collection<?> collection;
        if (given instanceof Collection<?> elements) {
            collection = elements;
        } else if (given instanceof Object[] elements) {
            collection = java.util.Arrays.asList(elements);
        } else {
            throw QueryErrors.notAList(parameter, given);
        }
        Set<Object> distinct = new LinkedHashSet<>(collection.size() * 2);
        for (Object element : collection) {
            if (element == null) {
                throw QueryErrors.nullElement(parameter);
            }
            if (!parameter.type().isInstance(element)) {
                throw QueryErrors.wrongType(parameter, element);
            }
            distinct.add(element);
        }
        return new ListValue(distinct.toArray());
    }

    int size() {
        return elements.length;
    }

    /** An element; the last one again beyond the end, which fills up placeholders and changes no result. */
    Object element(int index) {
        return elements[Math.min(index, elements.length - 1)];
    }

    Object array(Class<?> type) {
        return array(type, 0, elements.length);
    }

    /** One of the arrays of so many elements that it is cut into, the first being 0. */
    Object array(Class<?> type, int number, int size) {
        int start = number * size;
        int length = Math.min(size, elements.length - start);
        Object[] array = (Object[]) Array.newInstance(type, length);
        System.arraycopy(elements, start, array, 0, length);
        return array;
    }

    Stream<Object> stream() {
        return Stream.of(elements);
    }

    @Override
    public String toString() {
        return "list of " + elements.length;
    }
}

package dev.dovetail.repository.internal.work;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is in collections and maps, guarded ones and those that the application made. */
final class Contents {

    private Contents() {}

    /** Whether something is a collection that is not loaded. */
    static boolean isUnloaded(@Nullable Object collection) {
        return collection instanceof GuardedCollection guarded && !guarded.isLoaded();
    }

    /** The elements, of a map the values, proxies resolved as far as they are loaded; none if it is not loaded. */
    static List<Object> elements(@Nullable Object collection) {
        List<Object> elements = new ArrayList<>();
        if (isUnloaded(collection)) {
            return elements;
        }
        Collection<?> given = collection instanceof Map<?, ?> map
                ? map.values()
                : collection instanceof Collection<?> plain ? plain : List.of();
        for (Object element : given) {
            if (element != null) {
                elements.add(resolved(element));
            }
        }
        return elements;
    }

    /** The entity behind a proxy if it is loaded, or else the same. */
    static Object resolved(Object element) {
        Object instance = PersistenceContext.unwrap(element);
        return instance == null ? element : instance;
    }

    /** The elements, of a map the entries, for a later {@link #fill}. */
    static List<@Nullable Object> copyOf(@Nullable Object collection) {
        List<@Nullable Object> copy = new ArrayList<>();
        if (collection instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.add(new SimpleImmutableEntry<>(key, value)));
        } else if (collection instanceof Collection<?> elements) {
            copy.addAll(elements);
        }
        return copy;
    }

    /** The element itself: of an entry of a map its value. */
    static Object element(Object each) {
        return each instanceof Map.Entry<?, ?> entry ? entry.getValue() : each;
    }

    /** Makes the elements or entries of a collection what they should be; one that has them is left alone. */
    @SuppressWarnings("unchecked") // what was in the collection of an attribute, or is put there, is of its type
    static void fill(Object collection, List<? extends @Nullable Object> contents) {
        if (copyOf(collection).equals(contents)) {
            return;
        }
        if (collection instanceof Map<?, ?> map) {
            map.clear();
            for (Object each : contents) {
                Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
                ((Map<Object, Object>) map).put(entry.getKey(), entry.getValue());
            }
        } else if (collection instanceof Collection<?> elements) {
            elements.clear();
            ((Collection<Object>) elements).addAll((List<Object>) contents);
        }
    }
}

package dev.dovetail.orm.fuzz.madeup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is done with collections and maps alike. */
final class Containers {

    private Containers() {}

    static Object emptyLike(Attribute attribute) {
        return switch (attribute.shape()) {
            case SET -> new LinkedHashSet<>();
            case MAP -> new LinkedHashMap<>();
            default -> new ArrayList<>();
        };
    }

    static void clear(Object container) {
        if (container instanceof Map<?, ?> map) {
            map.clear();
        } else {
            ((Collection<?>) container).clear();
        }
    }

    /** The first of a list, or else the first by its key or by how it is shown, which is the same one everywhere. */
    static void removeOne(Object container, Function<Object, String> shown) {
        if (container instanceof List<?> list && !list.isEmpty()) {
            list.remove(0);
        } else {
            Collection<?> from = container instanceof Map<?, ?> map ? map.entrySet() : (Collection<?>) container;
            from.stream()
                    .min(Comparator.comparing(each -> sortable(each, shown)))
                    .ifPresent(from::remove);
        }
    }

    private static String sortable(Object element, Function<Object, String> shown) {
        return element instanceof Map.Entry<?, ?> entry ? entry.getKey() + "" : shown.apply(element);
    }

    static int size(Object container) {
        return container instanceof Map<?, ?> map ? map.size() : ((Collection<?>) container).size();
    }
}

package dev.dovetail.repository.spi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The order in which entities are deleted together: those that refer to others of them come first, as the database looks at
 * each row for itself. Of a circle it refuses one.
 */
public final class DeletionOrder {

    private DeletionOrder() {}

    /**
     * The entities, in the order in which they were given as far as they do not refer to each other. Takes time
     * for each of their references once; a chain of these may have any length.
     *
     * @param targets what the row of an entity refers to: those that are given count, and not itself
     */
    public static <T> List<T> of(List<T> entities, Function<? super T, ? extends Collection<?>> targets) {
        if (entities.size() < 2) {
            return entities;
        }
        Set<Object> given = Collections.newSetFromMap(new IdentityHashMap<>());
        given.addAll(entities);
        Map<Object, List<T>> referring = new IdentityHashMap<>();
        for (T entity : entities) {
            for (Object target : targets.apply(entity)) {
                if (target != entity && given.contains(target)) {
                    referring
                            .computeIfAbsent(target, first -> new ArrayList<>())
                            .add(entity);
                }
            }
        }
        return referring.isEmpty() ? entities : ordered(entities, referring);
    }

    /** Each one after those that refer to it. */
    private static <T> List<T> ordered(List<T> entities, Map<Object, List<T>> referring) {
        Set<Object> placed = Collections.newSetFromMap(new IdentityHashMap<>());
        List<T> ordered = new ArrayList<>(entities.size());
        Deque<T> path = new ArrayDeque<>();
        Deque<Iterator<T>> before = new ArrayDeque<>();
        for (T first : entities) {
            enter(first, referring, placed, path, before);
            while (!path.isEmpty()) {
                if (before.element().hasNext()) {
                    enter(before.element().next(), referring, placed, path, before);
                } else {
                    ordered.add(path.pop());
                    before.pop();
                }
            }
        }
        return ordered;
    }

    private static <T> void enter(
            T entity, Map<Object, List<T>> referring, Set<Object> placed, Deque<T> path, Deque<Iterator<T>> before) {
        if (placed.add(entity)) {
            path.push(entity);
            before.push(referring.getOrDefault(entity, List.of()).iterator());
        }
    }
}

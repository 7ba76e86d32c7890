package dev.dovetail.repository.internal.work;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A map that sorts its keys by itself. */
final class GuardedSortedMap extends GuardedMap implements SortedMap<Object, Object> {

    private final CollectionGuard<Object> guard;
    private final SortedMap<Object, Object> entries;

    GuardedSortedMap(CollectionGuard<Object> guard, @Nullable Comparator<Object> comparator) {
        this(guard, new TreeMap<>(comparator));
    }

    private GuardedSortedMap(CollectionGuard<Object> guard, SortedMap<Object, Object> entries) {
        super(guard, entries);
        this.guard = guard;
        this.entries = entries;
    }

    private SortedMap<Object, Object> loaded() {
        guard.requireLoaded();
        return entries;
    }

    @Override
    public @Nullable Comparator<? super Object> comparator() {
        return entries.comparator();
    }

    @Override
    public SortedMap<Object, Object> subMap(Object from, Object to) {
        return loaded().subMap(from, to);
    }

    @Override
    public SortedMap<Object, Object> headMap(Object to) {
        return loaded().headMap(to);
    }

    @Override
    public SortedMap<Object, Object> tailMap(Object from) {
        return loaded().tailMap(from);
    }

    @Override
    public Object firstKey() {
        return loaded().firstKey();
    }

    @Override
    public Object lastKey() {
        return loaded().lastKey();
    }
}

package dev.dovetail.repository.internal.work;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map. To put something in, it must be loaded: only then it knows what it replaces. */
class GuardedMap extends AbstractMap<Object, Object> implements GuardedCollection {

    private final CollectionGuard<Object> guard;
    private final Map<Object, Object> entries;

    GuardedMap(CollectionGuard<Object> guard) {
        this(guard, new LinkedHashMap<>());
    }

    /** With something that holds the entries, empty. */
    GuardedMap(CollectionGuard<Object> guard, Map<Object, Object> entries) {
        this.guard = guard;
        this.entries = entries;
    }

    @Override
    public CollectionGuard<Object> guard() {
        return guard;
    }

    @Override
    public boolean isLoaded() {
        return guard.isLoaded();
    }

    @Override
    public List<Object> additions() {
        return guard.additions();
    }

    @Override
    public void load(Collection<?> loaded) {
        putAll(loaded);
        guard.loaded(true);
    }

    @Override
    public void restore(@Nullable List<Object> before) {
        guard.loaded(before != null);
        // Left alone where nothing changed, so that a loop over it can go on.
        if (!Contents.copyOf(entries).equals(before)) {
            entries.clear();
            if (before != null) {
                putAll(before);
            }
        }
    }

    private void putAll(Collection<?> loaded) {
        for (Object each : loaded) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
            entries.put(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public int size() {
        guard.requireLoaded();
        return entries.size();
    }

    @Override
    public boolean containsKey(Object key) {
        guard.requireLoaded();
        return entries.containsKey(key);
    }

    @Override
    public @Nullable Object get(Object key) {
        guard.requireLoaded();
        return entries.get(key);
    }

    @Override
    public @Nullable Object put(Object key, Object value) {
        guard.requireLoaded();
        return entries.put(key, value);
    }

    @Override
    public @Nullable Object remove(Object key) {
        guard.requireLoaded();
        return entries.remove(key);
    }

    @Override
    public void clear() {
        guard.requireLoaded();
        entries.clear();
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        guard.requireLoaded();
        return entries.entrySet();
    }
}

package dev.dovetail.core.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The plans of all compiled queries of a database, beyond the first of each; the least recently used one goes. Thread-safe. */
final class PlanCache {

    private final int capacity;
    private final Map<Key, Object> plans;
    private long hits;
    private long misses;
    private long evictions;

    PlanCache(int capacity) {
        this.capacity = capacity;
        this.plans = new LinkedHashMap<>(16, 0.75f, true);
    }

    /**
     * The plan of a shape.
     *
     * @param owner whose plan it is, by identity
     */
    @SuppressWarnings("unchecked") // an owner keeps plans of one type
    <P> P get(Object owner, Object shape, Supplier<P> factory) {
        Key key = new Key(owner, shape);
        synchronized (this) {
            Object plan = plans.get(key);
            if (plan != null) {
                hits++;
                return (P) plan;
            }
            misses++;
        }
        // Outside of the lock, so that others go on; two threads may both make the same plan.
        P made = factory.get();
        synchronized (this) {
            plans.put(key, made);
            while (plans.size() > capacity) {
                plans.remove(plans.keySet().iterator().next());
                evictions++;
            }
        }
        return made;
    }

    synchronized QueryCacheStatistics statistics() {
        return new QueryCacheStatistics(hits, misses, evictions, plans.size(), capacity);
    }

    private record Key(Object owner, Object shape) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.owner == owner && key.shape.equals(shape);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(owner) * 31 + shape.hashCode();
        }
    }
}

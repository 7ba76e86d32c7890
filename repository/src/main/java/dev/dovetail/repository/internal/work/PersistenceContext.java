package dev.dovetail.repository.internal.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The managed entities of one unit of work, each id once. */
final class PersistenceContext {

    private final Map<EntityKey, ManagedEntity> byKey = new LinkedHashMap<>();
    private final Map<Object, ManagedEntity> byInstance = new IdentityHashMap<>();
    private final Map<EntityKey, Object> proxies = new HashMap<>();
    private final Set<Object> deleted = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> unmerged = Collections.newSetFromMap(new IdentityHashMap<>());

    void add(ManagedEntity entity) {
        byKey.put(entity.key(), entity);
        byInstance.put(entity.instance(), entity);
        resolve(entity);
    }

    void removed(ManagedEntity entity) {
        byKey.remove(entity.key());
        byInstance.remove(entity.instance());
        proxies.remove(entity.key());
        deleted.add(entity.instance());
    }

    void detach(ManagedEntity entity) {
        byKey.remove(entity.key());
        byInstance.remove(entity.instance());
        proxies.remove(entity.key());
    }

    @Nullable
    ManagedEntity find(EntityKey key) {
        return byKey.get(key);
    }

    /** The managed entity with this instance, or with the one behind this proxy; null if there is none. */
    @Nullable
    ManagedEntity find(Object instanceOrProxy) {
        Object instance = unwrap(instanceOrProxy);
        return instance == null ? null : byInstance.get(instance);
    }

    /** Whether the entity was deleted in this unit of work. */
    boolean isDeleted(Object instance) {
        return deleted.contains(instance);
    }

    /** Stands in a merged graph for something new that is not merged with it. */
    void addUnmerged(Object copy) {
        unmerged.add(copy);
    }

    /** It is merged after all. */
    void merged(Object copy) {
        unmerged.remove(copy);
    }

    /** Whether it stands for something new that was not merged, so that it has no values and must not be inserted. */
    boolean isUnmerged(Object copy) {
        return unmerged.contains(copy);
    }

    List<ManagedEntity> all() {
        return new ArrayList<>(byKey.values());
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /**
     * What stands for an entity outside: its proxy if there is one, so that each id is one object. A proxy of a
     * superclass does not do where an instance of a class is needed, and then the instance stands for it everywhere.
     */
    Object exposed(ManagedEntity entity, Class<?> type) {
        Object proxy = proxies.isEmpty() ? null : proxies.get(entity.key());
        if (proxy != null && !type.isInstance(proxy)) {
            proxies.remove(entity.key());
            return entity.instance();
        }
        return proxy == null ? entity.instance() : proxy;
    }

    /** Whether a proxy stands for an entity of this unit of work, and not of an earlier one. */
    boolean isOwn(Object proxy) {
        LazyTarget target = ((LazyReference) proxy).dovetailTarget();
        return proxies.get(new EntityKey(target.mapping(), target.id())) instanceof LazyReference known
                && known.dovetailTarget() == target;
    }

    @Nullable
    Object proxy(EntityKey key) {
        return proxies.get(key);
    }

    Map<EntityKey, Object> proxies() {
        return Map.copyOf(proxies);
    }

    /** What was deleted in this unit of work. */
    Set<Object> deleted() {
        Set<Object> copy = Collections.newSetFromMap(new IdentityHashMap<>());
        copy.addAll(deleted);
        return copy;
    }

    void addDeleted(Set<Object> instances) {
        deleted.addAll(instances);
    }

    void addProxy(EntityKey key, Object proxy) {
        proxies.put(key, proxy);
    }

    void clear() {
        byKey.clear();
        byInstance.clear();
        proxies.clear();
        deleted.clear();
        unmerged.clear();
    }

    /** The entity itself: behind a proxy what is loaded, or null. */
    static @Nullable Object unwrap(Object instanceOrProxy) {
        return instanceOrProxy instanceof LazyReference proxy
                ? proxy.dovetailTarget().entity()
                : instanceOrProxy;
    }

    private void resolve(ManagedEntity entity) {
        if (!proxies.isEmpty() && proxies.get(entity.key()) instanceof LazyReference proxy) {
            proxy.dovetailTarget().loaded(entity.instance());
        }
    }
}

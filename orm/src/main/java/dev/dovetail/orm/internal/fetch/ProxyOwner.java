package dev.dovetail.orm.internal.fetch;

import dev.dovetail.repository.LazyPolicy;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * An entity that refers to an unloaded one. Several may; the one with the strictest policy serves the message. They are
 * searched for when one is needed, so that loading costs nothing.
 */
record ProxyOwner(
        String entity,
        String attribute,
        Object id,
        @Nullable Origin origin,
        LazyPolicy policy) {

    /** One without regard to policies, for where nothing can be loaded any more. */
    static @Nullable ProxyOwner any(PersistenceContext context, EntityKey target) {
        return find(context, target, (persister, path) -> LazyPolicy.RAISE);
    }

    /** The one with the strictest policy, or null. */
    static @Nullable ProxyOwner strictest(
            PersistenceContext context, EntityKey target, BiFunction<EntityPersister, String, LazyPolicy> policies) {
        return find(context, target, policies);
    }

    private static @Nullable ProxyOwner find(
            PersistenceContext context, EntityKey target, BiFunction<EntityPersister, String, LazyPolicy> policies) {
        ProxyOwner[] found = new ProxyOwner[1];
        Map<EntityPersister, int[]> known = new IdentityHashMap<>();
        for (Map.Entry<Object, EntityEntry> managed : context.reentrantSafeEntityEntries()) {
            EntityPersister persister = managed.getValue().getPersister();
            int[] positions = known.computeIfAbsent(persister, ToOnes::positions);
            ToOnes.visit(persister, positions, managed.getKey(), (path, value) -> {
                if (isUnloaded(context, value, target)) {
                    LazyPolicy policy = policies.apply(persister, path);
                    if (found[0] == null || policy.compareTo(found[0].policy()) < 0) {
                        found[0] = of(managed.getValue(), path, policy);
                    }
                }
            });
            if (found[0] != null && found[0].policy() == LazyPolicy.RAISE) {
                break;
            }
        }
        return found[0];
    }

    static ProxyOwner of(EntityEntry entry, String attribute) {
        return of(entry, attribute, LazyPolicy.RAISE);
    }

    private static ProxyOwner of(EntityEntry entry, String attribute, LazyPolicy policy) {
        return new ProxyOwner(
                entry.getPersister().getMappedClass().getSimpleName(),
                attribute,
                entry.getId(),
                EntityOrigin.of(entry),
                policy);
    }

    private static boolean isUnloaded(PersistenceContext context, Object value, EntityKey target) {
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(value);
        return proxy != null
                && target.getIdentifier().equals(proxy.getInternalIdentifier())
                && context.getSession()
                        .getFactory()
                        .getMappingMetamodel()
                        .getEntityDescriptor(proxy.getEntityName())
                        .getRootEntityName()
                        .equals(target.getPersister().getRootEntityName());
    }
}

package dev.dovetail.orm.internal.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * An entity that refers to an unloaded one. Several may; any of them serves the message. They are searched for when a
 * message is needed, so that loading costs nothing.
 */
record ProxyOwner(
        String entity,
        String attribute,
        Object id,
        @Nullable Origin origin) {

    static @Nullable ProxyOwner find(PersistenceContext context, EntityKey target) {
        List<ProxyOwner> found = new ArrayList<>(1);
        for (Map.Entry<Object, EntityEntry> managed : context.reentrantSafeEntityEntries()) {
            EntityPersister persister = managed.getValue().getPersister();
            if (ToOnes.any(persister)) {
                ToOnes.visit(persister, managed.getKey(), (path, value) -> {
                    LazyInitializer proxy = HibernateProxy.extractLazyInitializer(value);
                    if (proxy != null
                            && target.getIdentifier().equals(proxy.getInternalIdentifier())
                            && isSameRoot(context, proxy, target)) {
                        found.add(of(managed.getValue(), path));
                    }
                });
            }
            if (!found.isEmpty()) {
                return found.get(0);
            }
        }
        return null;
    }

    static ProxyOwner of(EntityEntry entry, String attribute) {
        return new ProxyOwner(
                entry.getPersister().getMappedClass().getSimpleName(),
                attribute,
                entry.getId(),
                EntityOrigin.of(entry));
    }

    private static boolean isSameRoot(PersistenceContext context, LazyInitializer proxy, EntityKey target) {
        EntityPersister persister =
                context.getSession().getFactory().getMappingMetamodel().getEntityDescriptor(proxy.getEntityName());
        return persister.getRootEntityName().equals(target.getPersister().getRootEntityName());
    }
}

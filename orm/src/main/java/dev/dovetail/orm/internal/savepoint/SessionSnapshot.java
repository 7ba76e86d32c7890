package dev.dovetail.orm.internal.savepoint;

import dev.dovetail.orm.internal.fetch.SessionScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityHolder;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.ManagedEntity;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * All that a session managed when a savepoint was set. Everything was written before, so a return to the savepoint makes
 * it true again, without reading anything. It is restored into a new session: the old one may be in the middle of
 * something that failed. Used by one thread.
 */
public final class SessionSnapshot {

    private final List<EntityState> entities = new ArrayList<>();
    private final List<CollectionState> collections = new ArrayList<>();
    private final List<ProxyState> proxies = new ArrayList<>();

    private SessionSnapshot() {}

    /** Of a session in which nothing is pending. */
    public static SessionSnapshot of(SessionImplementor session) {
        SessionSnapshot snapshot = new SessionSnapshot();
        PersistenceContext context = session.getPersistenceContextInternal();
        for (ManagedEntity managed : context.reentrantSafeManagedEntities()) {
            EntityEntry entry = managed.$$_hibernate_getEntityEntry();
            if (entry.getStatus() == Status.MANAGED || entry.getStatus() == Status.READ_ONLY) {
                snapshot.entities.add(EntityState.of(
                        managed.$$_hibernate_getEntityInstance(), entry, SessionScope.originOf(entry), session));
            }
        }
        if (context.getCollectionEntriesSize() > 0) {
            context.forEachCollectionEntry(
                    (collection, entry) -> {
                        if (entry.getLoadedPersister() != null) {
                            snapshot.collections.add(CollectionState.of(collection, entry, session));
                        }
                    },
                    true);
        }
        Map<EntityKey, EntityHolder> holders = context.getEntityHoldersByKey();
        if (holders != null) {
            holders.forEach((key, holder) -> snapshot.addProxy(key, holder.getProxy()));
        }
        return snapshot;
    }

    private void addProxy(EntityKey key, @Nullable Object proxy) {
        LazyInitializer initializer = proxy == null ? null : HibernateProxy.extractLazyInitializer(proxy);
        if (proxy != null && initializer != null) {
            proxies.add(new ProxyState(key, proxy, initializer, initializer.isUninitialized()));
        }
    }

    /** Makes entities, collections and proxies what they were, managed by a session that manages nothing yet. */
    public void restore(SessionImplementor session) {
        References references = new References();
        proxies.forEach(proxy -> proxy.restore(references, session));
        collections.forEach(collection -> collection.replaceIfLoadedSince(references, session));
        entities.forEach(entity -> entity.restore(references, session));
        collections.forEach(collection -> collection.restore(references, session));
    }

    /** Takes back what was done to entities themselves when they were written, the last first. */
    public static void reset(List<EntityBefore> written, SessionImplementor session) {
        for (int i = written.size() - 1; i >= 0; i--) {
            written.get(i).reset(session);
        }
    }

    private record ProxyState(EntityKey key, Object proxy, LazyInitializer initializer, boolean unloaded) {

        void restore(References references, SessionImplementor session) {
            Object current = proxy;
            if (unloaded && !initializer.isUninitialized()) {
                current = key.getPersister().createProxy(key.getIdentifier(), session);
                references.replace(proxy, current);
            } else {
                initializer.unsetSession();
                initializer.setSession(session);
            }
            session.getPersistenceContextInternal().addProxy(key, current);
        }
    }
}

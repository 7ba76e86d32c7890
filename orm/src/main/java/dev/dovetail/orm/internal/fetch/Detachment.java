package dev.dovetail.orm.internal.fetch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityHolder;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * Lets entities leave their session so that what is unloaded in them still raises with all that is known now: who owns
 * it and what loaded the owner. Prepared before the session forgets them, applied afterwards.
 */
public final class Detachment {

    private final SessionFactoryImplementor factory;
    private final DetachedSessions sessions;
    private final List<Runnable> farewells = new ArrayList<>();

    private Detachment(SharedSessionContractImplementor session) {
        this.factory = session.getFactory();
        SessionScope scope = SessionScope.of(session);
        this.sessions = scope == null ? new DetachedSessions(factory) : scope.detachedSessions();
    }

    /** Of all that a session manages. */
    public static Detachment of(SharedSessionContractImplementor session) {
        Detachment detachment = new Detachment(session);
        PersistenceContext context = session.getPersistenceContextInternal();
        detachment.collections(context, null);
        detachment.proxies(context);
        return detachment;
    }

    /** Of one entity, whose references stay with the session. */
    public static Detachment of(SharedSessionContractImplementor session, Object entity) {
        Detachment detachment = new Detachment(session);
        detachment.collections(session.getPersistenceContextInternal(), entity);
        return detachment;
    }

    /** Of one unloaded entity. */
    public static Detachment ofProxy(SharedSessionContractImplementor session, LazyInitializer proxy) {
        Detachment detachment = new Detachment(session);
        EntityPersister persister =
                session.getFactory().getMappingMetamodel().getEntityDescriptor(proxy.getEntityName());
        Object id = proxy.getInternalIdentifier();
        detachment.leave(
                proxy,
                ProxyOwner.any(session.getPersistenceContextInternal(), session.generateEntityKey(id, persister)));
        return detachment;
    }

    /** After the session let go of them. */
    public void apply() {
        farewells.forEach(Runnable::run);
    }

    private void collections(PersistenceContext context, @Nullable Object onlyOwner) {
        Map<PersistentCollection<?>, CollectionEntry> entries = context.getCollectionEntries();
        if (entries == null) {
            return;
        }
        context.forEachCollectionEntry(
                (collection, entry) -> {
                    Object owner = collection.getOwner();
                    if (collection.wasInitialized() || onlyOwner != null && owner != onlyOwner) {
                        return;
                    }
                    SharedSessionContractImplementor session =
                            sessions.of(EntityOrigin.of(owner == null ? null : context.getEntry(owner)));
                    boolean ends = onlyOwner == null;
                    farewells.add(() -> leave(collection, session, ends));
                },
                false);
    }

    /** A collection that another session took over in the meantime stays there. */
    private static void leave(
            PersistentCollection<?> collection, SharedSessionContractImplementor session, boolean ends) {
        if (collection instanceof org.hibernate.collection.spi.AbstractPersistentCollection<?> known
                && known.getSession() == null) {
            if (ends && known.hasQueuedOperations()) {
                // What was added and is not written was taken back with its transaction; Hibernate would warn of it.
                known.postAction();
            }
            collection.setCurrentSession(session);
        }
    }

    private void proxies(PersistenceContext context) {
        Map<EntityKey, EntityHolder> holders = context.getEntityHoldersByKey();
        // Hibernate makes the map when the first entity comes.
        if (holders == null) {
            return;
        }
        Set<LazyInitializer> unloaded = null;
        for (EntityHolder holder : holders.values()) {
            Object proxy = holder.getProxy();
            LazyInitializer initializer = proxy == null ? null : HibernateProxy.extractLazyInitializer(proxy);
            if (initializer != null && initializer.isUninitialized()) {
                if (unloaded == null) {
                    unloaded = new HashSet<>();
                }
                unloaded.add(initializer);
            }
        }
        if (unloaded != null) {
            proxies(context, unloaded);
        }
    }

    private void proxies(PersistenceContext context, Set<LazyInitializer> unloaded) {
        Map<EntityPersister, int[]> known = new IdentityHashMap<>();
        for (Map.Entry<Object, EntityEntry> managed : context.reentrantSafeEntityEntries()) {
            EntityEntry entry = managed.getValue();
            int[] positions = known.computeIfAbsent(entry.getPersister(), ToOnes::positions);
            ToOnes.visit(entry.getPersister(), positions, managed.getKey(), (path, value) -> {
                LazyInitializer initializer = HibernateProxy.extractLazyInitializer(value);
                if (initializer != null && unloaded.remove(initializer)) {
                    leave(initializer, ProxyOwner.of(entry, path));
                }
            });
        }
        unloaded.forEach(initializer -> leave(initializer, null));
    }

    private void leave(LazyInitializer initializer, @Nullable ProxyOwner owner) {
        farewells.add(() -> {
            // Without its own session any more: closing does not reset it, clearing does.
            initializer.unsetSession();
            initializer.setSession(DetachedSession.ofProxy(factory, owner));
        });
    }
}

package dev.dovetail.orm.internal.fetch;

import dev.dovetail.core.transaction.TransactionalCallable;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.Collection;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an association that is used without being loaded may load itself. What Hibernate does for itself
 * (cascades, orphan removal, merge, refresh, lock, flush, loading graphs) passes. Thread-safe.
 */
public final class FetchGuard {

    private final ThreadLocal<@Nullable Integer> allowed = new ThreadLocal<>();

    /** A guard that raises. */
    public FetchGuard() {}

    /** Runs a block of this thread in which associations load themselves. */
    public <T extends @Nullable Object, X extends Exception> T allowing(TransactionalCallable<T, X> block) throws X {
        Integer outer = allowed.get();
        allowed.set(outer == null ? 1 : outer + 1);
        try {
            return block.call();
        } finally {
            if (outer == null) {
                allowed.remove();
            } else {
                allowed.set(outer);
            }
        }
    }

    void beforeLoading(PersistentCollection<?> collection, EventSource session) {
        if (collection.wasInitialized() || passes(session)) {
            return;
        }
        PersistenceContext context = session.getPersistenceContextInternal();
        Object owner = collection.getOwner();
        throw unloaded(collection, EntityOrigin.of(owner == null ? null : context.getEntry(owner)));
    }

    /** Size and contents of a collection can be asked for without loading it; a loaded one knows them. */
    @Nullable
    Collection<?> askingFor(CollectionPersister persister, Object key, SharedSessionContractImplementor session) {
        PersistenceContext context = session.getPersistenceContextInternal();
        PersistentCollection<?> collection = context.getCollection(session.generateCollectionKey(persister, key));
        if (collection == null || passes(session) && !collection.wasInitialized()) {
            return null;
        }
        if (!collection.wasInitialized()) {
            Object owner = collection.getOwner();
            throw unloaded(collection, EntityOrigin.of(owner == null ? null : context.getEntry(owner)));
        }
        return collection instanceof Collection<?> loaded ? loaded : null;
    }

    void beforeLoading(LoadEvent event) {
        EventSource session = event.getSession();
        if (passesAlways(session)) {
            return;
        }
        EntityPersister persister =
                session.getFactory().getMappingMetamodel().getEntityDescriptor(event.getEntityClassName());
        EntityKey key = session.generateEntityKey(event.getEntityId(), persister);
        PersistenceContext context = session.getPersistenceContextInternal();
        if (context.getEntity(key) != null) {
            return;
        }
        throw unloaded(ProxyOwner.find(context, key), persister.getMappedClass().getSimpleName(), event.getEntityId());
    }

    static UnloadedAssociationException unloaded(PersistentCollection<?> collection, @Nullable Origin origin) {
        String role = String.valueOf(collection.getRole());
        Object owner = collection.getOwner();
        String entity = owner == null ? ownerOf(role) : owner.getClass().getSimpleName();
        return UnloadedAssociationException.of(
                entity, attributeOf(role, owner), collection.getKey(), origin == null ? null : origin.toString(), null);
    }

    static UnloadedAssociationException unloaded(@Nullable ProxyOwner owner, String target, Object targetId) {
        if (owner == null) {
            return UnloadedAssociationException.ofReference(target, targetId);
        }
        Origin origin = owner.origin();
        return UnloadedAssociationException.of(
                owner.entity(), owner.attribute(), owner.id(), origin == null ? null : origin.toString(), null);
    }

    private boolean passes(SharedSessionContractImplementor session) {
        if (passesAlways(session)) {
            return true;
        }
        SessionScope scope = SessionScope.of(session);
        PersistenceContext context = session.getPersistenceContextInternal();
        return scope != null
                && !scope.isCallingBack()
                && (!context.isLoadFinished()
                        || context.hasLoadContext()
                                && !context.getLoadContexts().isLoadingFinished());
    }

    /** Also without a loading in progress, as for proxies: only the application uses them while Hibernate loads. */
    private boolean passesAlways(SharedSessionContractImplementor session) {
        if (allowed.get() != null) {
            return true;
        }
        SessionScope scope = SessionScope.of(session);
        return scope == null || scope.isMapperWorking() && !scope.isCallingBack();
    }

    /** A role is the entity's class name and the path of the attribute: {@code shop.User.address.phones}. */
    private static String attributeOf(String role, @Nullable Object owner) {
        for (Class<?> type = owner == null ? null : owner.getClass(); type != null; type = type.getSuperclass()) {
            if (role.startsWith(type.getName() + ".")) {
                return role.substring(type.getName().length() + 1);
            }
        }
        return role.substring(role.lastIndexOf('.') + 1);
    }

    private static String ownerOf(String role) {
        String entity = role.substring(0, Math.max(0, role.lastIndexOf('.')));
        return entity.substring(entity.lastIndexOf('.') + 1);
    }
}

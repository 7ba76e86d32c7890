package dev.dovetail.orm.internal.savepoint;

import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.Map;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * An entity before it was written: when that is taken back, it has the version that it had, and one that was inserted is
 * as new as it was, so that it can be inserted again. Whom nobody holds any more is not kept.
 *
 * @param version null also if it has none
 */
public record EntityBefore(
        WeakReference<Object> reference,
        boolean isNew,
        @Nullable Object version) {

    /** Of an entity of which one knows the values that it had. */
    public static EntityBefore of(EntityPersister persister, Object entity, boolean isNew, @Nullable Object[] values) {
        return new EntityBefore(
                new WeakReference<>(entity),
                isNew,
                persister.isVersioned() ? values[persister.getVersionPropertyIndex()] : null);
    }

    /** Whether nobody can see any more what it is. */
    public boolean isGone() {
        return reference.refersTo(null);
    }

    void reset(SessionImplementor session) {
        Object entity = reference.get();
        if (entity == null) {
            return;
        }
        EntityPersister persister = session.getEntityPersister(null, entity);
        if (isNew) {
            GeneratedIds.reset(persister, entity, session);
            releaseCollections(persister, entity, session);
        }
        if (persister.isVersioned()) {
            persister.setValue(entity, persister.getVersionPropertyIndex(), version);
        }
    }

    private static void releaseCollections(EntityPersister persister, Object entity, SessionImplementor session) {
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < types.length; i++) {
            Object value = persister.getValue(entity, i);
            Object plain = value;
            if (types[i] instanceof CollectionType && value instanceof PersistentCollection<?> collection) {
                plain = plain(collection, session);
            } else if (types[i] instanceof ComponentType component && value != null) {
                plain = References.within(
                        component,
                        value,
                        part -> part instanceof PersistentCollection<?> collection ? plain(collection, session) : part,
                        session);
            }
            if (plain != value) {
                persister.setValue(entity, i, plain);
            }
        }
    }

    /** A collection that was never Hibernate's, with the same elements. */
    private static Object plain(PersistentCollection<?> collection, SessionImplementor session) {
        String role = collection.getRole();
        if (role == null || !collection.wasInitialized()) {
            return collection;
        }
        CollectionPersister persister =
                session.getFactory().getMappingMetamodel().getCollectionDescriptor(role);
        Object plain = persister.getCollectionSemantics().instantiateRaw(10, persister);
        copy(collection, plain);
        return plain;
    }

    @SuppressWarnings("unchecked") // both are collections of the same role
    private static void copy(PersistentCollection<?> from, Object to) {
        if (from instanceof Map<?, ?> map) {
            ((Map<Object, Object>) to).putAll(map);
        } else {
            ((Collection<Object>) to).addAll((Collection<?>) from);
        }
    }
}

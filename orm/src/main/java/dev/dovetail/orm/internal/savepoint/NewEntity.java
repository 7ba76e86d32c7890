package dev.dovetail.orm.internal.savepoint;

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
 * An entity that was persisted since the savepoint: after a return to it, it is as new as it was, so that it can be
 * added again.
 *
 * @param version its version before it was persisted
 */
public record NewEntity(Object entity, @Nullable Object version) {

    void reset(SessionImplementor session) {
        EntityPersister persister = session.getEntityPersister(null, entity);
        GeneratedIds.reset(persister, entity, session);
        if (persister.isVersioned()) {
            persister.setValue(entity, persister.getVersionPropertyIndex(), version);
        }
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

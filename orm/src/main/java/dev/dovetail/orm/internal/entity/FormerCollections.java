package dev.dovetail.orm.internal.entity;

import java.util.Collection;
import java.util.Map;
import org.hibernate.Hibernate;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Collections that a new entity has from an earlier unit of work, which was rolled back or after which its row was deleted.
 * They remember what they held then: Hibernate would not write it again, or delete it once more.
 */
public final class FormerCollections {

    private FormerCollections() {}

    /** Whether there are any. */
    public static boolean areIn(EntityPersister persister, Object entity) {
        if (persister.hasCollections()) {
            for (Object value : persister.getValues(entity)) {
                if (value instanceof PersistentCollection<?>) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Puts plain collections with the same elements in their place, empty ones for what cannot be loaded any more. */
    public static void release(EntityPersister persister, Object entity, SharedSessionContractImplementor session) {
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < types.length; i++) {
            Object value = persister.getValue(entity, i);
            Object plain = value;
            if (types[i] instanceof CollectionType collection) {
                plain = value instanceof PersistentCollection<?> ? plain(value, collection.getRole(), session) : value;
            } else if (types[i] instanceof ComponentType component && value != null) {
                plain = EmbeddedValues.within(component, value, part -> plain(part, session), session);
            }
            if (plain != value) {
                persister.setValue(entity, i, plain);
            }
        }
    }

    private static @Nullable Object plain(@Nullable Object value, SharedSessionContractImplementor session) {
        String role = value instanceof PersistentCollection<?> former ? former.getRole() : null;
        return value == null || role == null ? value : plain(value, role, session);
    }

    private static Object plain(Object former, String role, SharedSessionContractImplementor session) {
        CollectionPersister persister =
                session.getFactory().getMappingMetamodel().getCollectionDescriptor(role);
        Object plain = persister.getCollectionSemantics().instantiateRaw(10, persister);
        if (Hibernate.isInitialized(former)) {
            copy(former, plain);
        }
        return plain;
    }

    @SuppressWarnings("unchecked") // both are collections of the same role
    private static void copy(@Nullable Object from, Object to) {
        if (from instanceof Map<?, ?> map) {
            ((Map<Object, Object>) to).putAll(map);
        } else if (from instanceof Collection<?> collection) {
            ((Collection<Object>) to).addAll(collection);
        }
    }
}

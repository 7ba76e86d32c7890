package dev.dovetail.orm.internal.fetch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.TransientObjectException;
import org.hibernate.TransientPropertyValueException;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate makes in a merged graph for something new that is not merged with it: an entity without values. It is to
 * fail when it is written; but PERSIST that cascades, or an id that is taken from it, would insert it empty.
 */
final class UnmergedCopies {

    private final Set<Object> copies = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable MergeContext running;

    /** While a graph is merged it is not known yet what will not be. */
    @Nullable
    MergeContext begin(MergeContext context) {
        MergeContext outer = running;
        running = context;
        return outer;
    }

    void end(MergeContext context, @Nullable MergeContext outer, PersistenceContext managed) {
        running = outer;
        for (Map.Entry<Object, Object> each : context.entrySet()) {
            if (isUnknown(each.getValue(), managed)) {
                copies.add(each.getValue());
            }
        }
    }

    /** Refuses what would be inserted empty. */
    void requireMerged(Object entity, SharedSessionContractImplementor session) {
        PersistenceContext managed = session.getPersistenceContextInternal();
        boolean isCopy = copies.contains(entity) || running != null && running.containsValue(entity);
        if (isCopy && isUnknown(entity, managed)) {
            throw refused(entity, session);
        }
    }

    private static boolean isUnknown(Object entity, PersistenceContext managed) {
        return !(entity instanceof HibernateProxy) && managed.getEntry(entity) == null;
    }

    private RuntimeException refused(Object copy, SharedSessionContractImplementor session) {
        String name = session.getEntityPersister(null, copy).getEntityName();
        List<Object> owners = new ArrayList<>();
        if (running != null) {
            running.entrySet().forEach(each -> owners.add(each.getValue()));
        }
        for (Map.Entry<Object, EntityEntry> each :
                session.getPersistenceContextInternal().reentrantSafeEntityEntries()) {
            owners.add(each.getKey());
        }
        for (Object each : owners) {
            EntityPersister owner = session.getEntityPersister(null, each);
            Object[] values = owner.getValues(each);
            for (int i = 0; i < values.length; i++) {
                if (values[i] == copy || holds(values[i], copy)) {
                    return of(name, owner.getEntityName(), owner.getPropertyNames()[i]);
                }
            }
        }
        return new TransientObjectException("a new " + name + " is not merged with the entity that refers to it");
    }

    private static boolean holds(@Nullable Object value, Object copy) {
        if (value instanceof PersistentCollection<?> unread && !unread.wasInitialized()) {
            return false;
        }
        Collection<?> elements =
                value instanceof Map<?, ?> map ? map.values() : value instanceof Collection<?> all ? all : List.of();
        for (Object element : elements) {
            if (element == copy) {
                return true;
            }
        }
        return false;
    }

    static TransientPropertyValueException of(String target, String owner, String attribute) {
        return new TransientPropertyValueException(
                "what it refers to is new, and not merged with it", target, owner, attribute);
    }
}

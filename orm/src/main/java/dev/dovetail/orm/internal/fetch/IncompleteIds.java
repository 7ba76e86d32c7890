package dev.dovetail.orm.internal.fetch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.CascadingActions;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.type.CollectionType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Ids with references to what has no id itself. Merging, Hibernate looks for the row of what a reference leads to by such an
 * id, finds none, and writes no reference. Here it is new, as others without an id are, and whoever writes it is told so.
 */
final class IncompleteIds {

    private IncompleteIds() {}

    /** Takes for new what a merged entity refers to by references that do not cascade. */
    static void takeForNew(@Nullable Object entity, MergeContext context, EventSource session) {
        if (entity == null || entity instanceof HibernateProxy) {
            return;
        }
        EntityPersister persister = session.getEntityPersister(null, entity);
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < types.length; i++) {
            if (persister.getPropertyCascadeStyles()[i].doCascade(CascadingActions.MERGE)) {
                continue;
            }
            Object value = persister.getValue(entity, i);
            if (types[i] instanceof EntityType) {
                takeTargetForNew(value, context, session);
            } else if (types[i] instanceof CollectionType collection
                    && collection.getElementType(session.getFactory()) instanceof EntityType
                    && Hibernate.isInitialized(value)) {
                Collection<?> elements = value instanceof Map<?, ?> map
                        ? map.values()
                        : value instanceof Collection<?> all ? all : List.of();
                elements.forEach(element -> takeTargetForNew(element, context, session));
            }
        }
    }

    private static void takeTargetForNew(@Nullable Object target, MergeContext context, EventSource session) {
        if (target != null
                && hasReferences(target, session)
                && !context.containsKey(target)
                && !context.containsValue(target)
                && isIncomplete(target, session)) {
            context.put(target, session.getEntityPersister(null, target).instantiate(null, session));
        }
    }

    private static boolean hasReferences(Object target, EventSource session) {
        return !(target instanceof HibernateProxy)
                && session.getEntityPersister(null, target).getIdentifierMapping()
                        instanceof NonAggregatedIdentifierMapping;
    }

    private static boolean isIncomplete(Object entity, EventSource session) {
        if (entity instanceof HibernateProxy
                || session.getPersistenceContextInternal().getEntry(entity) != null) {
            return false;
        }
        EntityPersister persister = session.getEntityPersister(null, entity);
        if (!(persister.getIdentifierMapping() instanceof NonAggregatedIdentifierMapping id)) {
            return persister.getIdentifier(entity, session) == null;
        }
        boolean[] incomplete = {false};
        id.getVirtualIdEmbeddable().forEachAttributeMapping(attribute -> {
            if (attribute instanceof ToOneAttributeMapping) {
                Object target = attribute.getPropertyAccess().getGetter().get(entity);
                incomplete[0] |= target == null || isIncomplete(target, session);
            }
        });
        return incomplete[0];
    }
}

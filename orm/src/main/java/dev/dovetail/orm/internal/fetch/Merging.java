package dev.dovetail.orm.internal.fetch;

import java.util.Iterator;
import org.hibernate.Hibernate;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.internal.ForeignKeys;
import org.hibernate.engine.spi.CascadingActions;
import org.hibernate.event.internal.DefaultMergeEventListener;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.event.spi.MergeEvent;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.property.access.internal.PropertyAccessStrategyBackRefImpl;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.hibernate.type.CollectionType;
import org.hibernate.type.EntityType;
import org.hibernate.type.OneToOneType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** Merges as Hibernate does, and says of what is new and not merged with the rest that it is not there. */
final class Merging extends DefaultMergeEventListener {

    @Override
    public void onMerge(MergeEvent event) {
        MapperWork.during(event.getSession(), () -> super.onMerge(event));
    }

    @Override
    public void onMerge(MergeEvent event, MergeContext context) {
        EventSource session = event.getSession();
        SessionScope scope = SessionScope.of(session);
        requireIdsOfReferences(event.getOriginal(), context, session);
        knowInverseOneToOnes(event.getOriginal(), context, session);
        IncompleteIds.takeForNew(event.getOriginal(), context, session);
        if (scope == null || !context.isEmpty()) {
            MapperWork.during(session, () -> super.onMerge(event, context));
            return;
        }
        MergeContext outer = scope.unmerged().begin(context);
        try {
            MapperWork.during(session, () -> super.onMerge(event, context));
        } finally {
            scope.unmerged().end(context, outer, session.getPersistenceContextInternal());
        }
    }

    /**
     * MERGE goes on from what is managed already, and what it refers to becomes managed. Hibernate puts each collection's
     * elements in again, and counts a version of its owner; here one that holds nothing else than before is left alone.
     */
    @Override
    protected void entityIsPersistent(MergeEvent event, MergeContext context) {
        Object entity = event.getEntity();
        EventSource session = event.getSession();
        EntityPersister persister = session.getEntityPersister(event.getEntityName(), entity);
        // Before the cascade, which may lead back to it.
        context.put(entity, entity, true);
        cascadeOnMerge(session, persister, entity, context);
        Type[] types = persister.getPropertyTypes();
        @Nullable Object[] values = persister.getValues(entity);
        for (int i = 0; i < types.length; i++) {
            @Nullable Object value = values[i];
            if (value == null || isKept(types[i], value, context, session)) {
                continue;
            }
            if (types[i] instanceof CollectionType type
                    && value instanceof PersistentCollection<?> collection
                    && collection.wasInitialized()) {
                MergedCollections.replaceElements(type, collection, entity, context, session);
                continue;
            }
            Object replaced = types[i].replace(value, value, session, entity, context);
            if (replaced != value) {
                persister.setValue(entity, i, replaced);
            }
        }
        event.setResult(entity);
    }

    /** What is inserted has its first version, also where collections were filled after it became managed. */
    @Override
    protected void entityIsTransient(MergeEvent event, @Nullable Object id, MergeContext context) {
        super.entityIsTransient(event, id, context);
        MergedValues.unshare(event.getEntity(), event.getResult(), event.getSession());
        MergedCollections.filled(event.getResult(), event.getSession());
    }

    /** A collection that is emptied and filled with the same again was not changed. */
    @Override
    protected void entityIsDetached(
            MergeEvent event, @Nullable Object copiedId, @Nullable Object originalId, MergeContext context) {
        super.entityIsDetached(event, copiedId, originalId, context);
        MergedValues.unshare(event.getEntity(), event.getResult(), event.getSession());
        MergedCollections.filled(event.getResult(), event.getSession());
    }

    private static boolean isKept(Type type, Object value, MergeContext context, EventSource session) {
        if (value == LazyPropertyInitializer.UNFETCHED_PROPERTY || value == PropertyAccessStrategyBackRefImpl.UNKNOWN) {
            return true;
        }
        if (!(type instanceof CollectionType collection) || !Hibernate.isInitialized(value)) {
            return false;
        }
        if (!(collection.getElementType(session.getFactory()) instanceof EntityType)) {
            return true;
        }
        Iterator<?> elements = collection.getElementsIterator(value);
        while (elements.hasNext()) {
            Object element = elements.next();
            if (element != null && !isManaged(element, context, session)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isManaged(Object element, MergeContext context, EventSource session) {
        Object merged = context.get(element);
        return merged == null ? session.contains(element) : merged == element;
    }

    /** Of a reference in an id that leads to something without an id Hibernate says that it failed itself. */
    private static void requireIdsOfReferences(@Nullable Object entity, MergeContext context, EventSource session) {
        if (entity == null || entity instanceof HibernateProxy) {
            return;
        }
        EntityPersister persister = session.getEntityPersister(null, entity);
        if (persister.getIdentifierMapping() instanceof NonAggregatedIdentifierMapping id) {
            id.getVirtualIdEmbeddable().forEachAttributeMapping(attribute -> {
                Object target = attribute instanceof ToOneAttributeMapping
                        ? attribute.getPropertyAccess().getGetter().get(entity)
                        : null;
                if (target == null || target instanceof HibernateProxy || context.containsKey(target)) {
                    return;
                }
                EntityPersister other = session.getEntityPersister(null, target);
                if (other.getIdentifier(target, session) == null) {
                    throw UnmergedCopies.of(
                            other.getEntityName(), persister.getEntityName(), attribute.getAttributeName());
                }
            });
        }
    }

    /**
     * What a side without a foreign key refers to is looked for by what refers back, and Hibernate says that it failed itself
     * where nothing does. Here it is the one with its id.
     */
    private static void knowInverseOneToOnes(@Nullable Object entity, MergeContext context, EventSource session) {
        if (entity == null || entity instanceof HibernateProxy) {
            return;
        }
        EntityPersister persister = session.getEntityPersister(null, entity);
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i] instanceof OneToOneType inverse
                    && inverse.getRHSUniqueKeyPropertyName() != null
                    && !persister.getPropertyCascadeStyles()[i].doCascade(CascadingActions.MERGE)) {
                Object target = persister.getValue(entity, i);
                if (target != null && !context.containsKey(target)) {
                    knowInverse(inverse.getRHSUniqueKeyPropertyName(), target, context, session);
                }
            }
        }
    }

    private static void knowInverse(String back, Object target, MergeContext context, EventSource session) {
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(target);
        if (proxy != null && proxy.isUninitialized()) {
            if (proxy.getSession() != session) {
                context.put(target, session.getReference(proxy.getEntityName(), proxy.getInternalIdentifier()));
            }
            return;
        }
        Object instance = proxy == null ? target : proxy.getImplementation();
        EntityPersister other = session.getEntityPersister(null, instance);
        if (hasId(other.getPropertyValue(instance, back), session)) {
            return;
        }
        if (session.getPersistenceContextInternal().getEntry(instance) != null) {
            context.put(target, target);
            return;
        }
        Object id = other.getIdentifier(instance, session);
        if (id == null) {
            context.put(target, other.instantiate(null, session));
        } else if (!ForeignKeys.isTransient(other.getEntityName(), instance, Boolean.FALSE, session)) {
            context.put(target, session.getReference(other.getEntityName(), id));
        }
    }

    private static boolean hasId(@Nullable Object entity, EventSource session) {
        return entity instanceof HibernateProxy
                || entity != null && session.getEntityPersister(null, entity).getIdentifier(entity, session) != null;
    }
}

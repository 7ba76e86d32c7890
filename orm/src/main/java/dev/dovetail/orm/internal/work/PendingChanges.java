package dev.dovetail.orm.internal.work;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CascadeStyle;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.ManagedEntity;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the next flush would write one of some tables, without the side effects that Hibernate's own check
 * has. An entity counts with all its tables. What cannot reach any of the tables is not looked at. Or, asked about
 * everything, whether a flush would do anything at all: also refuse a changed id, a reference to what is not saved, or an
 * unsaved element of a collection that the other side writes.
 */
final class PendingChanges {

    private final EntityTables tables;
    private final SessionImplementor session;
    private final PersistenceContext context;
    private final @Nullable Set<String> touched;
    private final PendingPlan plan;
    private @Nullable Set<Object> seen;

    /** For some tables, or null for everything. */
    private PendingChanges(
            EntityTables tables, SessionImplementor session, @Nullable Set<String> touched, PendingPlan plan) {
        this.tables = tables;
        this.session = session;
        this.context = session.getPersistenceContextInternal();
        this.touched = touched;
        this.plan = plan;
    }

    /** Whether a flush can be left out. */
    static boolean areNone(EntityTables tables, SessionImplementor session) {
        return !session.getActionQueue().hasAnyQueuedActions()
                && !new PendingChanges(tables, session, null, tables.planOfAll()).managed();
    }

    static boolean touch(
            EntityTables tables, SessionImplementor session, Collection<Object> added, Set<String> touched) {
        PendingChanges changes = new PendingChanges(tables, session, touched, tables.plan(touched));
        return changes.queued(touched) || !changes.plan.isEmpty() && (changes.managed() || changes.unsaved(added));
    }

    private boolean queued(Set<String> touched) {
        return session.getActionQueue().hasAnyQueuedActions()
                && session.getActionQueue().areTablesToBeUpdated(TableNames.setOf(touched));
    }

    private boolean unsaved(Collection<Object> added) {
        for (Object entity : added) {
            if (touchesAsNew(entity)) {
                return true;
            }
        }
        return false;
    }

    private boolean managed() {
        EntityPersister last = null;
        PendingPlan.Kind kind = null;
        for (ManagedEntity managed : context.reentrantSafeManagedEntities()) {
            EntityEntry entry = managed.$$_hibernate_getEntityEntry();
            // Entities of a kind mostly follow each other.
            if (kind == null || last != entry.getPersister()) {
                last = entry.getPersister();
                kind = plan.of(last);
            }
            if (!kind.isEmpty() && touches(managed.$$_hibernate_getEntityInstance(), entry, kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean touches(Object entity, EntityEntry entry, PendingPlan.Kind kind) {
        EntityPersister persister = entry.getPersister();
        Status status = entry.getStatus();
        if (status == Status.DELETED) {
            // The rest was queued when it was deleted.
            return touched == null || losesCollections(persister.getPropertyTypes(), kind.attributes());
        }
        if (status != Status.MANAGED && status != Status.READ_ONLY) {
            return false;
        }
        Object[] values = null;
        if (kind.own()) {
            values = persister.getValues(entity);
            if (!entry.isExistsInDatabase() || isDirty(entity, entry, values) || hasOtherId(entity, entry)) {
                return true;
            }
        }
        Object[] loaded = entry.getLoadedState();
        boolean versioned = kind.own() && persister.isVersioned();
        for (int i : kind.attributes()) {
            if (touches(
                    persister.getPropertyTypes()[i],
                    persister.getPropertyCascadeStyles()[i],
                    values == null ? persister.getValue(entity, i) : values[i],
                    loaded == null ? null : loaded[i],
                    versioned)) {
                return true;
            }
        }
        return false;
    }

    /** Which a flush refuses. */
    private boolean hasOtherId(Object entity, EntityEntry entry) {
        EntityPersister persister = entry.getPersister();
        return persister.canExtractIdOutOfEntity()
                && !persister
                        .getIdentifierType()
                        .isEqual(persister.getIdentifier(entity, session), entry.getId(), session.getFactory());
    }

    private boolean losesCollections(Type[] types, int[] attributes) {
        for (int i : attributes) {
            if (losesCollections(types[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean losesCollections(Type type) {
        if (type instanceof CollectionType collection) {
            return writesTouched(tables.collection(collection));
        }
        return type instanceof ComponentType component
                && Arrays.stream(component.getSubtypes()).anyMatch(this::losesCollections);
    }

    private boolean writesTouched(CollectionPersister persister) {
        return touched == null || EntityTables.isTouched(tables.written(persister), touched);
    }

    private boolean reachesTouched(EntityType target) {
        return touched == null || EntityTables.isTouched(tables.reach(tables.entity(target)), touched);
    }

    private boolean isDirty(Object entity, EntityEntry entry, Object[] values) {
        Object[] loaded = entry.getLoadedState();
        EntityPersister persister = entry.getPersister();
        return loaded != null && persister.isMutable() && persister.findDirty(values, loaded, entity, session) != null;
    }

    private boolean touches(
            Type type, CascadeStyle style, @Nullable Object value, @Nullable Object loaded, boolean versioned) {
        if (type instanceof CollectionType collection) {
            return collectionTouches(tables.collection(collection), value, style, versioned);
        }
        if (type instanceof EntityType target) {
            return touched == null && value != null && isUnknown(value)
                    || EntityTables.cascadesChanges(style)
                            && (value != null && touchesIfNew(value) || isOrphaned(target, style, value, loaded));
        }
        return type instanceof ComponentType component && partsTouch(component, value, loaded, versioned);
    }

    private boolean partsTouch(
            ComponentType component, @Nullable Object value, @Nullable Object loaded, boolean versioned) {
        if (value == null && loaded == null) {
            return false;
        }
        Type[] types = component.getSubtypes();
        @Nullable Object[] values = value == null ? null : component.getPropertyValues(value);
        @Nullable Object[] before = loaded == null ? null : component.getPropertyValues(loaded);
        for (int i = 0; i < types.length; i++) {
            if (touches(
                    types[i],
                    component.getCascadeStyle(i),
                    values == null ? null : values[i],
                    before == null ? null : before[i],
                    versioned)) {
                return true;
            }
        }
        return false;
    }

    /** Each row is one instance here, so another instance is another row. */
    private boolean isOrphaned(EntityType target, CascadeStyle style, @Nullable Object value, @Nullable Object loaded) {
        return loaded != null
                && style.hasOrphanDelete()
                && reachesTouched(target)
                && instance(loaded) != instance(value);
    }

    private static @Nullable Object instance(@Nullable Object entity) {
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(entity);
        return proxy == null || proxy.isUninitialized() ? entity : proxy.getImplementation();
    }

    private boolean collectionTouches(
            CollectionPersister persister, @Nullable Object value, CascadeStyle style, boolean versioned) {
        PersistentCollection<?> collection = value instanceof PersistentCollection<?> known ? known : null;
        boolean changed = collection == null || isChanged(context, persister, collection);
        if (changed && (versioned && !persister.isInverse() || writesTouched(persister))) {
            return true;
        }
        Type element = persister.getElementType();
        if (element instanceof EntityType target && EntityTables.cascadesChanges(style) && reachesTouched(target)) {
            return changed && collection != null && style.hasOrphanDelete() && hasOrphans(target, collection)
                    || elementsTouch(element, style, value, collection);
        }
        return element instanceof ComponentType
                && (touched == null || EntityTables.isTouched(tables.reach(element, style), touched))
                && elementsTouch(element, style, value, collection);
    }

    private boolean elementsTouch(
            Type type, CascadeStyle style, @Nullable Object value, @Nullable PersistentCollection<?> collection) {
        if (collection != null && !collection.wasInitialized()) {
            if (collection.hasQueuedOperations()) {
                var additions = collection.queuedAdditionIterator();
                while (additions.hasNext()) {
                    if (touches(type, style, additions.next(), null, false)) {
                        return true;
                    }
                }
            }
            return false;
        }
        Iterable<?> elements = value instanceof Map<?, ?> map
                ? map.values()
                : value instanceof Iterable<?> iterable ? iterable : Collections.emptyList();
        for (Object element : elements) {
            if (touches(type, style, element, null, false)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a collection has changes that are not written. */
    static boolean isChanged(
            PersistenceContext context, CollectionPersister persister, PersistentCollection<?> collection) {
        if (!collection.wasInitialized()) {
            return collection.hasQueuedOperations();
        }
        CollectionEntry entry = context.getCollectionEntry(collection);
        return entry == null
                || entry.getLoadedPersister() == null
                || collection.isDirty()
                || persister.getElementType().isMutable() && !collection.equalsSnapshot(persister);
    }

    private static boolean hasOrphans(EntityType element, PersistentCollection<?> collection) {
        String name = element.getAssociatedEntityName();
        return collection.wasInitialized()
                ? !collection.getOrphans(collection.getStoredSnapshot(), name).isEmpty()
                : !collection.getQueuedOrphans(name).isEmpty();
    }

    private boolean touchesIfNew(Object entity) {
        return isUnknown(entity) && touchesAsNew(entity);
    }

    /** New or detached: a flush tells them apart, and refuses a reference to what is new. */
    private boolean isUnknown(Object entity) {
        return !HibernateProxy.class.isInstance(entity) && context.getEntry(entity) == null;
    }

    private boolean touchesAsNew(Object entity) {
        if (seen == null) {
            seen = Collections.newSetFromMap(new IdentityHashMap<>());
        }
        if (!seen.add(entity)) {
            return false;
        }
        EntityPersister persister = session.getEntityPersister(null, entity);
        PendingPlan.Kind kind = plan.of(persister);
        if (kind.own()) {
            return true;
        }
        for (int i : kind.attributes()) {
            if (touches(
                    persister.getPropertyTypes()[i],
                    persister.getPropertyCascadeStyles()[i],
                    persister.getValue(entity, i),
                    null,
                    false)) {
                return true;
            }
        }
        return false;
    }
}

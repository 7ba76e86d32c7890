package dev.dovetail.orm.internal.work;

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
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the next flush would write one of some tables, without the side effects that Hibernate's own check
 * has. An entity counts with all its tables. Entities whose kind cannot reach any of the tables are not looked at.
 */
final class PendingChanges {

    private final EntityTables tables;
    private final SessionImplementor session;
    private final PersistenceContext context;
    private final Set<String> touched;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private PendingChanges(EntityTables tables, SessionImplementor session, Set<String> touched) {
        this.tables = tables;
        this.session = session;
        this.context = session.getPersistenceContextInternal();
        this.touched = touched;
    }

    static boolean touch(
            EntityTables tables, SessionImplementor session, Collection<Object> added, Set<String> touched) {
        PendingChanges changes = new PendingChanges(tables, session, touched);
        return changes.queued() || changes.managed() || changes.unsaved(added);
    }

    private boolean queued() {
        return session.getActionQueue().areTablesToBeUpdated(TableNames.setOf(touched));
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
        Map<EntityPersister, Boolean> reachable = new IdentityHashMap<>();
        for (ManagedEntity managed : context.reentrantSafeManagedEntities()) {
            EntityEntry entry = managed.$$_hibernate_getEntityEntry();
            EntityPersister persister = entry.getPersister();
            if (reachable.computeIfAbsent(persister, kind -> EntityTables.isTouched(tables.reach(kind), touched))
                    && touches(managed.$$_hibernate_getEntityInstance(), entry)) {
                return true;
            }
        }
        return false;
    }

    private boolean touches(Object entity, EntityEntry entry) {
        EntityPersister persister = entry.getPersister();
        Status status = entry.getStatus();
        if (status == Status.DELETED) {
            return !isQueuedOnly(persister) && EntityTables.isTouched(tables.reach(persister), touched);
        }
        if (status != Status.MANAGED) {
            return false;
        }
        boolean own = EntityTables.isTouched(tables.of(persister), touched);
        if (own && (!entry.isExistsInDatabase() || isDirty(entity, entry))) {
            return true;
        }
        return touches(
                persister.getPropertyTypes(),
                persister.getPropertyCascadeStyles(),
                persister.getValues(entity),
                own && persister.isVersioned());
    }

    /** A deletion of an entity without collections writes what its queued action says, and no more. */
    private boolean isQueuedOnly(EntityPersister persister) {
        return !persister.hasCollections();
    }

    private boolean isDirty(Object entity, EntityEntry entry) {
        Object[] loaded = entry.getLoadedState();
        EntityPersister persister = entry.getPersister();
        return loaded != null
                && persister.isMutable()
                && persister.findDirty(persister.getValues(entity), loaded, entity, session) != null;
    }

    private boolean touches(
            Type[] types, CascadeStyle[] styles, @Nullable Object[] values, boolean ownerVersionTouched) {
        for (int i = 0; i < types.length; i++) {
            Object value = values[i];
            boolean touches = false;
            if (types[i] instanceof CollectionType type) {
                touches = touches(tables.collection(type), value, styles[i], ownerVersionTouched);
            } else if (value != null && types[i] instanceof EntityType && EntityTables.cascadesChanges(styles[i])) {
                touches = touchesIfNew(value);
            } else if (value != null && types[i] instanceof ComponentType component) {
                touches = touches(
                        component.getSubtypes(),
                        EntityTables.styles(component),
                        component.getPropertyValues(value),
                        ownerVersionTouched);
            }
            if (touches) {
                return true;
            }
        }
        return false;
    }

    private boolean touches(
            CollectionPersister persister, @Nullable Object value, CascadeStyle style, boolean ownerVersionTouched) {
        PersistentCollection<?> collection = value instanceof PersistentCollection<?> known ? known : null;
        boolean changed = collection == null || isChanged(persister, collection);
        if (changed
                && !persister.isInverse()
                && (ownerVersionTouched || EntityTables.isTouched(tables.of(persister), touched))) {
            return true;
        }
        if (!(persister.getElementType() instanceof EntityType elementType)
                || !EntityTables.cascadesChanges(style)
                || !EntityTables.isTouched(tables.reach(tables.entity(elementType)), touched)) {
            return false;
        }
        if (changed && collection != null && style.hasOrphanDelete() && hasOrphans(elementType, collection)) {
            return true;
        }
        return elementsTouch(value, collection);
    }

    private boolean elementsTouch(@Nullable Object value, @Nullable PersistentCollection<?> collection) {
        if (collection != null && !collection.wasInitialized()) {
            if (collection.hasQueuedOperations()) {
                var additions = collection.queuedAdditionIterator();
                while (additions.hasNext()) {
                    if (touchesIfNew(additions.next())) {
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
            if (element != null && touchesIfNew(element)) {
                return true;
            }
        }
        return false;
    }

    private boolean isChanged(CollectionPersister persister, PersistentCollection<?> collection) {
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
        return !HibernateProxy.class.isInstance(entity) && context.getEntry(entity) == null && touchesAsNew(entity);
    }

    private boolean touchesAsNew(Object entity) {
        if (!seen.add(entity)) {
            return false;
        }
        EntityPersister persister = session.getEntityPersister(null, entity);
        return EntityTables.isTouched(tables.of(persister), touched)
                || EntityTables.isTouched(tables.reach(persister), touched)
                        && touches(
                                persister.getPropertyTypes(),
                                persister.getPropertyCascadeStyles(),
                                persister.getValues(entity),
                                false);
    }
}

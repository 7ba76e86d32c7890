package dev.dovetail.orm.internal.work;

import dev.dovetail.orm.work.AttributeChange;
import dev.dovetail.orm.work.PendingChange;
import dev.dovetail.orm.work.PendingChange.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CascadeStyle;
import org.hibernate.engine.spi.CascadingActions;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.ManagedEntity;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** Lists what the next flush would write. Reads nothing and changes nothing. */
final class PendingList {

    private final EntityTables tables;
    private final SessionImplementor session;
    private final PersistenceContext context;
    private final List<PendingChange> changes = new ArrayList<>();
    private final Set<Object> listed = Collections.newSetFromMap(new IdentityHashMap<>());

    private PendingList(EntityTables tables, SessionImplementor session) {
        this.tables = tables;
        this.session = session;
        this.context = session.getPersistenceContextInternal();
    }

    static List<PendingChange> of(EntityTables tables, SessionImplementor session, Collection<Object> added) {
        PendingList list = new PendingList(tables, session);
        added.forEach(list::insert);
        for (ManagedEntity managed : list.context.reentrantSafeManagedEntities()) {
            list.visit(managed.$$_hibernate_getEntityInstance(), managed.$$_hibernate_getEntityEntry());
        }
        return List.copyOf(list.changes);
    }

    /** Whether the next flush would insert an instance of a class with an id, as one that was added or with one. */
    static boolean isInserted(
            EntityTables tables, SessionImplementor session, Collection<Object> added, Class<?> type, Object id) {
        Set<String> asked = tables.of(session.getFactory().getMappingMetamodel().getEntityDescriptor(type));
        PendingList list = new PendingList(tables, session);
        for (Object entity : added) {
            if (EntityTables.isTouched(tables.reach(session.getEntityPersister(null, entity)), asked)) {
                list.insert(entity);
            }
        }
        return list.changes.stream()
                .anyMatch(change -> type.isAssignableFrom(change.entity()) && id.equals(change.id()));
    }

    private void visit(Object entity, EntityEntry entry) {
        Status status = entry.getStatus();
        if (status == Status.DELETED) {
            note(Kind.DELETE, entity, entry.getPersister(), List.of());
        } else if (status == Status.MANAGED && !entry.isExistsInDatabase()) {
            insert(entity);
        } else if (status == Status.MANAGED && entry.getPersister().isMutable()) {
            List<AttributeChange> attributes = attributes(entity, entry);
            if (!attributes.isEmpty()) {
                note(Kind.UPDATE, entity, entry.getPersister(), attributes);
            }
            cascade(entity, entry.getPersister());
        }
    }

    private List<AttributeChange> attributes(Object entity, EntityEntry entry) {
        List<AttributeChange> found = new ArrayList<>();
        EntityPersister persister = entry.getPersister();
        String[] names = persister.getPropertyNames();
        Type[] types = persister.getPropertyTypes();
        @Nullable Object[] now = persister.getValues(entity);
        Object[] loaded = entry.getLoadedState();
        int[] dirty = loaded == null ? null : persister.findDirty(now, loaded, entity, session);
        for (int i : dirty == null ? new int[0] : dirty) {
            if (!(types[i] instanceof CollectionType)) {
                found.add(new AttributeChange(names[i], loaded == null ? null : loaded[i], now[i]));
            }
        }
        for (int i = 0; i < types.length; i++) {
            if (types[i] instanceof CollectionType type && isChanged(tables.collection(type), now[i])) {
                found.add(new AttributeChange(names[i], before(now[i]), now[i]));
            }
        }
        return found;
    }

    private boolean isChanged(CollectionPersister persister, @Nullable Object value) {
        return value instanceof PersistentCollection<?> collection
                ? PendingChanges.isChanged(context, persister, collection)
                : value != null;
    }

    private static @Nullable Object before(@Nullable Object value) {
        Object snapshot = value instanceof PersistentCollection<?> collection && collection.wasInitialized()
                ? collection.getStoredSnapshot()
                : null;
        // The snapshot of a set is a map to itself.
        return snapshot instanceof Map<?, ?> map && !(value instanceof Map) ? List.copyOf(map.keySet()) : snapshot;
    }

    private void insert(Object entity) {
        EntityPersister persister = session.getEntityPersister(null, entity);
        if (note(Kind.INSERT, entity, persister, List.of())) {
            cascade(entity, persister);
        }
    }

    /** What is new or an orphan in what it holds. */
    private void cascade(Object entity, EntityPersister persister) {
        Type[] types = persister.getPropertyTypes();
        CascadeStyle[] styles = persister.getPropertyCascadeStyles();
        for (int i = 0; i < types.length; i++) {
            boolean persists = styles[i].doCascade(CascadingActions.PERSIST_ON_FLUSH);
            Object value = persists || styles[i].hasOrphanDelete() ? persister.getValue(entity, i) : null;
            if (value == null || !Hibernate.isInitialized(value)) {
                continue;
            }
            if (types[i] instanceof EntityType && persists) {
                insertIfNew(value);
            } else if (types[i] instanceof CollectionType type
                    && tables.collection(type).getElementType() instanceof EntityType element) {
                elements(value, persists, styles[i].hasOrphanDelete(), element);
            }
        }
    }

    private void elements(Object value, boolean persists, boolean orphans, EntityType element) {
        if (persists) {
            Collection<?> elements = value instanceof Map<?, ?> map ? map.values() : (Collection<?>) value;
            elements.forEach(this::insertIfNew);
        }
        if (orphans
                && value instanceof PersistentCollection<?> collection
                // Of one from an earlier unit of work nothing is an orphan.
                && context.getCollectionEntry(collection) != null
                && collection.getStoredSnapshot() != null) {
            for (Object orphan :
                    collection.getOrphans(collection.getStoredSnapshot(), element.getAssociatedEntityName())) {
                EntityEntry entry = context.getEntry(orphan);
                if (entry != null && entry.getStatus() == Status.MANAGED) {
                    note(Kind.DELETE, orphan, entry.getPersister(), List.of());
                }
            }
        }
    }

    private void insertIfNew(@Nullable Object entity) {
        Object instance = entity == null || !Hibernate.isInitialized(entity) ? null : Hibernate.unproxy(entity);
        if (instance != null && context.getEntry(instance) == null) {
            insert(instance);
        }
    }

    private boolean note(Kind kind, Object entity, EntityPersister persister, List<AttributeChange> attributes) {
        if (!listed.add(entity)) {
            return false;
        }
        changes.add(new PendingChange(
                kind, persister.getMappedClass(), persister.getIdentifier(entity, session), attributes));
        return true;
    }
}

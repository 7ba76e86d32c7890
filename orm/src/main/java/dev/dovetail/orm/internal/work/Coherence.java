package dev.dovetail.orm.internal.work;

import dev.dovetail.orm.internal.fetch.Detachment;
import dev.dovetail.orm.internal.load.SelectinLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hibernate.BatchSize;
import org.hibernate.CacheMode;
import org.hibernate.Hibernate;
import org.hibernate.OrderingMode;
import org.hibernate.ReadOnlyMode;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.ManagedEntity;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.internal.EvictVisitor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.EntityType;

/**
 * Reads managed entities and loaded collections again after somebody else wrote their tables. Nothing is pending in
 * them: what was pending was flushed before.
 */
final class Coherence {

    private static final int CHUNK = 500;

    private final EntityTables tables;
    private final SelectinLoader loader;

    Coherence(EntityTables tables, SelectinLoader loader) {
        this.tables = tables;
        this.loader = loader;
    }

    /** Reads again what lives in tables that the predicate accepts. */
    void refresh(SessionImplementor session, Predicate<Set<String>> isWritten) {
        Map<EntityPersister, List<EntityEntry>> stale = new LinkedHashMap<>();
        Map<EntityPersister, Boolean> known = new IdentityHashMap<>();
        for (ManagedEntity managed : session.getPersistenceContextInternal().reentrantSafeManagedEntities()) {
            EntityEntry entry = managed.$$_hibernate_getEntityEntry();
            if (isReadable(entry)
                    && known.computeIfAbsent(entry.getPersister(), kind -> isWritten.test(tables.readFor(kind)))) {
                stale.computeIfAbsent(entry.getPersister(), kind -> new ArrayList<>())
                        .add(entry);
            }
        }
        stale.forEach((persister, entries) -> refresh(session, persister, entries));
        refreshCollections(session, isWritten);
    }

    private static boolean isReadable(EntityEntry entry) {
        return entry.isExistsInDatabase()
                && (entry.getStatus() == Status.MANAGED || entry.getStatus() == Status.READ_ONLY);
    }

    private static void refresh(SessionImplementor session, EntityPersister persister, List<EntityEntry> entries) {
        PersistenceContext context = session.getPersistenceContextInternal();
        for (int from = 0; from < entries.size(); from += CHUNK) {
            List<EntityEntry> chunk = entries.subList(from, Math.min(entries.size(), from + CHUNK));
            List<Object> ids = chunk.stream().map(EntityEntry::getId).toList();
            Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
            // Ordered, it would return what the session knows, also without a row.
            for (Object entity : session.findMultiple(
                    persister.getMappedClass(),
                    ids,
                    CacheMode.REFRESH_SESSION,
                    OrderingMode.UNORDERED,
                    new BatchSize(CHUNK),
                    session.isDefaultReadOnly() ? ReadOnlyMode.READ_ONLY : ReadOnlyMode.READ_WRITE)) {
                found.add(Hibernate.unproxy(entity));
            }
            for (EntityEntry entry : chunk) {
                Object entity = context.getEntity(entry.getEntityKey());
                if (entity != null && !found.contains(entity)) {
                    forget(session, context, entry, entity);
                }
            }
        }
    }

    /** Like evicting it, but without the cascade: what it refers to is looked at on its own. */
    private static void forget(
            SessionImplementor session, PersistenceContext context, EntityEntry entry, Object entity) {
        Detachment detachment = Detachment.of(session, entity);
        if (entry.getPersister().hasCollections()) {
            new EvictVisitor(session.asEventSource(), entity).process(entity, entry.getPersister());
        }
        context.removeEntityHolder(entry.getEntityKey());
        context.removeEntry(entity);
        detachment.apply();
    }

    private void refreshCollections(SessionImplementor session, Predicate<Set<String>> isWritten) {
        PersistenceContext context = session.getPersistenceContextInternal();
        if (context.getCollectionEntriesSize() == 0) {
            return;
        }
        Map<CollectionPersister, List<PersistentCollection<?>>> stale = new LinkedHashMap<>();
        Map<CollectionPersister, Boolean> known = new HashMap<>();
        Map<CollectionPersister, Boolean> elements = new HashMap<>();
        context.forEachCollectionEntry(
                (collection, entry) -> {
                    CollectionPersister persister = entry.getLoadedPersister();
                    if (persister != null
                            && collection.wasInitialized()
                            && (known.computeIfAbsent(persister, kind -> isWritten.test(tables.of(kind)))
                                    || elements.computeIfAbsent(persister, kind -> elementsAreWritten(kind, isWritten))
                                            // A pending change is in another table than what the statement wrote.
                                            && !PendingChanges.isChanged(context, persister, collection))) {
                        stale.computeIfAbsent(persister, kind -> new ArrayList<>())
                                .add(collection);
                    }
                },
                true);
        stale.forEach((persister, collections) -> reload(session, context, persister, collections));
    }

    /** What is linked to may be filtered or sorted by what stands in its own table. */
    private boolean elementsAreWritten(CollectionPersister persister, Predicate<Set<String>> isWritten) {
        return persister.getElementType() instanceof EntityType element
                && isWritten.test(tables.of(tables.entity(element)));
    }

    /** The loader fills stand-ins; what they hold is then given to the collections that the entities hold. */
    private void reload(
            SessionImplementor session,
            PersistenceContext context,
            CollectionPersister persister,
            List<PersistentCollection<?>> collections) {
        List<PersistentCollection<?>> standIns = new ArrayList<>();
        List<CollectionEntry> entries = new ArrayList<>();
        for (PersistentCollection<?> collection : collections) {
            CollectionEntry entry = context.getCollectionEntry(collection);
            Object key = entry.getLoadedKey();
            PersistentCollection<?> standIn =
                    persister.getCollectionSemantics().instantiateWrapper(key, persister, session);
            standIn.setOwner(collection.getOwner());
            context.removeCollectionByKey(session.generateCollectionKey(persister, key));
            context.addUninitializedCollection(persister, standIn, key);
            standIns.add(standIn);
            entries.add(entry);
        }
        try {
            loader.load(session, persister.getAttributeMapping(), standIns);
            for (int i = 0; i < standIns.size(); i++) {
                CollectionContents.copy(persister, standIns.get(i), collections.get(i), entries.get(i), session);
            }
        } finally {
            for (int i = 0; i < standIns.size(); i++) {
                var key =
                        session.generateCollectionKey(persister, entries.get(i).getLoadedKey());
                context.removeCollectionEntry(standIns.get(i));
                context.removeCollectionByKey(key);
                context.addCollectionByKey(key, collections.get(i));
                standIns.get(i).unsetSession(session);
            }
        }
    }
}

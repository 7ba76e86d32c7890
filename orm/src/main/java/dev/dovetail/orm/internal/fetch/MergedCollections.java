package dev.dovetail.orm.internal.fetch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.Hibernate;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.jspecify.annotations.Nullable;

/**
 * What merging does to the collections of managed entities: Hibernate takes each one that it empties and fills again for
 * changed, which counts a version of the owner although nothing is written.
 */
final class MergedCollections {

    private MergedCollections() {}

    /** Puts managed instances in the place of detached ones, which is no change by itself. */
    static void replaceElements(
            CollectionType type,
            PersistentCollection<?> collection,
            Object owner,
            MergeContext context,
            EventSource session) {
        CollectionEntry entry = session.getPersistenceContextInternal().getCollectionEntry(collection);
        CollectionPersister persister = entry == null ? null : entry.getLoadedPersister();
        boolean unchanged = persister != null && !collection.isDirty() && collection.equalsSnapshot(persister);
        Object elements = collection instanceof Map<?, ?> map
                ? new LinkedHashMap<>(map)
                : new ArrayList<>((Collection<?>) collection);
        type.replaceElements(elements, collection, owner, context, session);
        if (unchanged && entry != null && persister != null) {
            entry.resetStoredSnapshot(collection, collection.getSnapshot(persister));
            collection.clearDirty();
        }
    }

    /**
     * After the collections of a managed entity were filled. Those of a new one count for nothing, as all their rows are
     * written with it.
     */
    static void filled(@Nullable Object entity, EventSource session) {
        forEach(entity, session, collection -> {
            CollectionPersister persister = loadedPersister(collection, session);
            if (persister == null
                    || collection.isDirty() && collection.wasInitialized() && collection.equalsSnapshot(persister)) {
                collection.clearDirty();
            }
        });
    }

    private static @Nullable CollectionPersister loadedPersister(
            PersistentCollection<?> collection, EventSource session) {
        CollectionEntry entry = session.getPersistenceContextInternal().getCollectionEntry(collection);
        return entry == null ? null : entry.getLoadedPersister();
    }

    private static void forEach(
            @Nullable Object merged, EventSource session, Consumer<PersistentCollection<?>> action) {
        Object entity = Hibernate.unproxy(merged);
        if (entity == null || session.getPersistenceContextInternal().getEntry(entity) == null) {
            return;
        }
        EntityPersister persister = session.getEntityPersister(null, entity);
        for (Object value : persister.getValues(entity)) {
            if (value instanceof PersistentCollection<?> collection) {
                action.accept(collection);
            }
        }
    }
}

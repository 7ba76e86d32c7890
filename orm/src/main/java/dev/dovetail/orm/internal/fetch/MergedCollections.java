package dev.dovetail.orm.internal.fetch;

import java.util.function.Consumer;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.event.spi.EventSource;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * What merging does to the collections of managed entities: Hibernate takes each one that it empties and fills again for
 * changed, which counts a version of the owner although nothing is written.
 */
final class MergedCollections {

    private MergedCollections() {}

    /** Whether a flush would find nothing to write. */
    static boolean isUnchanged(PersistentCollection<?> collection, EventSource session) {
        CollectionPersister persister = loadedPersister(collection, session);
        return persister != null
                && collection.wasInitialized()
                && !collection.isDirty()
                && collection.equalsSnapshot(persister);
    }

    /** Takes what is in it for what its rows say: managed instances stand there now for detached ones. */
    static void keep(PersistentCollection<?> collection, EventSource session) {
        CollectionEntry entry = session.getPersistenceContextInternal().getCollectionEntry(collection);
        CollectionPersister persister = entry == null ? null : entry.getLoadedPersister();
        if (entry != null && persister != null) {
            entry.resetStoredSnapshot(collection, collection.getSnapshot(persister));
            collection.clearDirty();
        }
    }

    /** After the collections of a new entity were filled: all their rows are written anyway. */
    static void ofInserted(@Nullable Object entity, EventSource session) {
        forEach(entity, session, collection -> {
            if (loadedPersister(collection, session) == null) {
                collection.clearDirty();
            }
        });
    }

    /** After the collections of a managed entity were filled. */
    static void ofMerged(@Nullable Object entity, EventSource session) {
        forEach(entity, session, collection -> {
            CollectionPersister persister = loadedPersister(collection, session);
            if (persister != null
                    && collection.isDirty()
                    && collection.wasInitialized()
                    && collection.equalsSnapshot(persister)) {
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
            @Nullable Object entity, EventSource session, Consumer<PersistentCollection<?>> action) {
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

package dev.dovetail.orm.internal.fetch;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.collection.spi.PersistentMap;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * Hibernate lets an unloaded collection be cleared without loading it where the other side owns the association, and
 * then does nothing. That is found at the flush, and raises like any other use.
 */
public final class QueuedClears {

    private QueuedClears() {}

    /**
     * Refuses cleared collections that are not loaded.
     *
     * @throws dev.dovetail.repository.UnloadedAssociationException if there is one
     */
    public static void refuse(SessionImplementor session) {
        PersistenceContext context = session.getPersistenceContextInternal();
        if (context.getCollectionEntriesSize() == 0) {
            return;
        }
        context.forEachCollectionEntry(
                (collection, entry) -> {
                    if (!collection.wasInitialized() && collection.hasQueuedOperations() && isCleared(collection)) {
                        Object owner = collection.getOwner();
                        throw Unloaded.collection(
                                collection, EntityOrigin.of(owner == null ? null : context.getEntry(owner)));
                    }
                },
                true);
    }

    /**
     * A merge clears collections and fills them again, also unloaded ones where the other side owns the association: these
     * are loaded, so that what it did takes place.
     */
    public static <T> T applying(SessionImplementor session, FetchGuard guard, Supplier<T> merge) {
        Set<PersistentCollection<?>> before = cleared(session);
        T merged = merge.get();
        Set<PersistentCollection<?>> after = cleared(session);
        after.removeAll(before);
        if (!after.isEmpty()) {
            guard.<Boolean, RuntimeException>allowing(() -> {
                after.forEach(PersistentCollection::forceInitialization);
                return true;
            });
        }
        return merged;
    }

    /**
     * Lets go of cleared maps that are not loaded, which a flush would not write: Hibernate puts those of a class into an
     * order by what they held before, which is not known.
     */
    static void forgetMaps(PersistenceContext context) {
        if (context.getCollectionEntriesSize() > 0) {
            context.forEachCollectionEntry(
                    (collection, entry) -> {
                        if (collection instanceof PersistentMap
                                && !collection.wasInitialized()
                                && collection.hasQueuedOperations()) {
                            collection.postAction();
                        }
                    },
                    false);
        }
    }

    private static Set<PersistentCollection<?>> cleared(SessionImplementor session) {
        Set<PersistentCollection<?>> cleared = Collections.newSetFromMap(new IdentityHashMap<>());
        PersistenceContext context = session.getPersistenceContextInternal();
        if (context.getCollectionEntriesSize() > 0) {
            context.forEachCollectionEntry(
                    (collection, entry) -> {
                        if (!collection.wasInitialized() && collection.hasQueuedOperations() && isCleared(collection)) {
                            cleared.add(collection);
                        }
                    },
                    true);
        }
        return cleared;
    }

    /** A clear stands among the queued additions as null, which no entity is. */
    private static boolean isCleared(PersistentCollection<?> collection) {
        Iterator<?> additions = collection.queuedAdditionIterator();
        while (additions.hasNext()) {
            if (additions.next() == null) {
                return true;
            }
        }
        return false;
    }
}

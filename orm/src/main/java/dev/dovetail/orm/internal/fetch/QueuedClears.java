package dev.dovetail.orm.internal.fetch;

import java.util.Iterator;
import org.hibernate.collection.spi.PersistentCollection;
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

package dev.dovetail.orm.internal.fetch;

import dev.dovetail.repository.EntityStateException;
import org.hibernate.event.spi.EntityCopyObserver;
import org.hibernate.event.spi.EventSource;

/** Refuses two instances of one entity in one merge, as Hibernate does, whose exception would show both. */
public final class MergedTwice implements EntityCopyObserver {

    /** For Hibernate. */
    public MergedTwice() {}

    @Override
    public void entityCopyDetected(Object managed, Object one, Object other, EventSource session) {
        throw EntityStateException.mergedTwice(
                session.getEntityPersister(null, managed).getMappedClass().getSimpleName(),
                session.getContextEntityIdentifier(managed),
                null);
    }

    @Override
    public void topLevelMergeComplete(EventSource session) {
        // What is refused is refused at once.
    }

    @Override
    public void clear() {
        // Nothing is kept.
    }
}

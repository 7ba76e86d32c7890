package dev.dovetail.orm.internal.savepoint;

import dev.dovetail.orm.internal.entity.FormerCollections;
import dev.dovetail.orm.internal.entity.GeneratedIds;
import java.lang.ref.WeakReference;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * An entity before it was written: when that is taken back, it has the version that it had, and one that was inserted is
 * as new as it was, so that it can be inserted again. Whom nobody holds any more is not kept.
 *
 * @param id if it is new, the one that it had; null if none was set
 * @param version null also if it has none
 */
public record EntityBefore(
        WeakReference<Object> reference,
        boolean isNew,
        @Nullable Object id,
        @Nullable Object version) {

    /** Of an entity of which one knows the values that it had. */
    public static EntityBefore of(
            EntityPersister persister, Object entity, boolean isNew, @Nullable Object id, @Nullable Object[] values) {
        return new EntityBefore(
                new WeakReference<>(entity),
                isNew,
                id,
                persister.isVersioned() ? values[persister.getVersionPropertyIndex()] : null);
    }

    /** Whether nobody can see any more what it is. */
    public boolean isGone() {
        return reference.refersTo(null);
    }

    void reset(SessionImplementor session) {
        Object entity = reference.get();
        if (entity == null) {
            return;
        }
        EntityPersister persister = session.getEntityPersister(null, entity);
        if (isNew) {
            GeneratedIds.restore(persister, entity, id, session);
            FormerCollections.release(persister, entity, session);
        }
        if (persister.isVersioned()) {
            persister.setValue(entity, persister.getVersionPropertyIndex(), version);
        }
    }
}

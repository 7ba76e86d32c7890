package dev.dovetail.orm.internal.savepoint;

import dev.dovetail.orm.internal.entity.GeneratedIds;
import org.hibernate.LockMode;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityEntryExtraState;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** A managed entity as it was. Everything was written, so its values are those of its row. */
record EntityState(
        Object entity,
        EntityPersister persister,
        EntityKey key,
        Status status,
        LockMode lock,
        boolean hasLoadedState,
        @Nullable Object version,
        @Nullable Object[] values,
        @Nullable EntityEntryExtraState origin) {

    private static final References NONE = new References();

    static EntityState of(
            Object entity, EntityEntry entry, @Nullable EntityEntryExtraState origin, SessionImplementor session) {
        EntityPersister persister = entry.getPersister();
        return new EntityState(
                entity,
                persister,
                entry.getEntityKey(),
                entry.getStatus(),
                entry.getLockMode(),
                entry.getLoadedState() != null,
                entry.getVersion(),
                copy(persister, persister.getValues(entity), NONE, session),
                origin);
    }

    void restore(References references, SessionImplementor session) {
        // One that was deleted and inserted again since had another one.
        GeneratedIds.restore(persister, entity, key.getIdentifier(), session);
        persister.setValues(entity, copy(persister, values, references, session));
        EntityEntry entry = session.getPersistenceContextInternal()
                .addEntity(
                        entity,
                        status,
                        hasLoadedState ? copy(persister, values, references, session) : null,
                        key,
                        version,
                        lock,
                        true,
                        persister,
                        false);
        if (origin != null) {
            entry.addExtraState(origin);
        }
    }

    private static @Nullable Object[] copy(
            EntityPersister persister, @Nullable Object[] values, References references, SessionImplementor session) {
        Type[] types = persister.getPropertyTypes();
        @Nullable Object[] copies = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            copies[i] = references.copy(types[i], values[i], session);
        }
        return copies;
    }
}

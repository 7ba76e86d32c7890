package dev.dovetail.orm.internal.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** What entities were before a flush counts up their versions, for the message if one of them is stale. */
final class FlushedVersions {

    private final List<Before> changed = new ArrayList<>();

    void changing(Object entity, Object id, @Nullable Object[] state) {
        changed.add(new Before(entity, id, state));
    }

    @Nullable
    Object of(SharedSessionContractImplementor session, @Nullable String entityName, @Nullable Object id) {
        for (Before before : changed) {
            EntityPersister persister = session.getEntityPersister(null, before.entity());
            if (persister.isVersioned()
                    && Objects.equals(before.id(), id)
                    && (persister.getEntityName().equals(entityName)
                            || persister.getRootEntityName().equals(entityName))) {
                return before.state()[persister.getVersionPropertyIndex()];
            }
        }
        return null;
    }

    void clear() {
        changed.clear();
    }

    /**
     * One entity.
     *
     * @param state its values as they were read
     */
    private record Before(
            Object entity, Object id, @Nullable Object[] state) {}
}

package dev.dovetail.orm.internal.repository;

import dev.dovetail.orm.internal.entity.FormerCollections;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;

/**
 * What an entity that is inserted anew has from an earlier unit of work, which was rolled back or after which its row was
 * deleted: its collections, and a version, by which Hibernate would take it for one that is there.
 */
final class FormerState {

    private FormerState() {}

    /** Puts plain collections with the same elements in the place of those, and forgets a version that can be null. */
    static void release(EntityPersister persister, Object entity, SharedSessionContractImplementor session) {
        if (persister.isVersioned()) {
            int version = persister.getVersionPropertyIndex();
            boolean primitive = persister
                    .getAttributeMapping(version)
                    .getPropertyAccess()
                    .getGetter()
                    .getReturnTypeClass()
                    .isPrimitive();
            if (!primitive) {
                persister.setValue(entity, version, null);
            }
        }
        FormerCollections.release(persister, entity, session);
    }
}

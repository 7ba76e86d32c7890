package dev.dovetail.orm.internal.repository;

import java.util.Collection;
import java.util.Map;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.Type;

/**
 * What an entity that is inserted anew has from an earlier unit of work, which was rolled back or after which its row was
 * deleted. Its collections remember what they held then: Hibernate would not write it again, or delete it once more. By its
 * version Hibernate would take it for one that is there.
 */
final class FormerState {

    private FormerState() {}

    /** Puts plain collections with the same elements in the place of those, and forgets a version that can be null. */
    static void release(EntityPersister persister, Object entity) {
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
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i] instanceof CollectionType type
                    && persister.getValue(entity, i) instanceof PersistentCollection<?> former) {
                // What was deleted has collections that cannot be loaded any more; nothing is left of them.
                persister.setValue(entity, i, former.wasInitialized() ? plain(type, former) : type.instantiate(-1));
            }
        }
    }

    @SuppressWarnings("unchecked") // the elements of the same attribute
    private static Object plain(CollectionType type, Object former) {
        Object plain = type.instantiate(-1);
        if (plain instanceof Map<?, ?> map) {
            ((Map<Object, Object>) map).putAll((Map<Object, Object>) former);
        } else {
            ((Collection<Object>) plain).addAll((Collection<Object>) former);
        }
        return plain;
    }
}

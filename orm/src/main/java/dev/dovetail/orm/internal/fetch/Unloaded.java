package dev.dovetail.orm.internal.fetch;

import dev.dovetail.repository.UnloadedAssociationException;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Explains what is not loaded, in the words of the entities. */
final class Unloaded {

    private Unloaded() {}

    static UnloadedAssociationException collection(PersistentCollection<?> collection, @Nullable Origin origin) {
        return UnloadedAssociationException.of(
                entityOf(collection), attributeOf(collection), collection.getKey(), text(origin));
    }

    /** One whose unit of work has ended. */
    static UnloadedAssociationException detached(PersistentCollection<?> collection, @Nullable Origin origin) {
        return UnloadedAssociationException.ofDetached(
                entityOf(collection), attributeOf(collection), collection.getKey(), text(origin));
    }

    /**
     * An entity.
     *
     * @param owner refers to it; null if nothing does
     */
    static UnloadedAssociationException entity(@Nullable ProxyOwner owner, String target, Object targetId) {
        return owner == null
                ? UnloadedAssociationException.ofReference(target, targetId)
                : UnloadedAssociationException.of(owner.entity(), owner.attribute(), owner.id(), text(owner.origin()));
    }

    /** An entity whose unit of work has ended. */
    static UnloadedAssociationException detached(@Nullable ProxyOwner owner, String target, Object targetId) {
        return owner == null
                ? UnloadedAssociationException.ofReference(target, targetId)
                : UnloadedAssociationException.ofDetached(
                        owner.entity(), owner.attribute(), owner.id(), text(owner.origin()));
    }

    /** The entity and attribute of a collection. */
    static String nameOf(PersistentCollection<?> collection) {
        return entityOf(collection) + "." + attributeOf(collection);
    }

    /** The entity and attribute that lead to what is loaded, or its own entity. */
    static String nameOf(LoadEvent event) {
        EventSource session = event.getSession();
        EntityPersister persister =
                session.getFactory().getMappingMetamodel().getEntityDescriptor(event.getEntityClassName());
        ProxyOwner owner = ProxyOwner.any(
                session.getPersistenceContextInternal(), session.generateEntityKey(event.getEntityId(), persister));
        return owner == null ? persister.getMappedClass().getSimpleName() : owner.entity() + "." + owner.attribute();
    }

    private static @Nullable String text(@Nullable Origin origin) {
        return origin == null ? null : origin.toString();
    }

    private static String entityOf(PersistentCollection<?> collection) {
        Object owner = collection.getOwner();
        return owner == null
                ? ownerOf(String.valueOf(collection.getRole()))
                : owner.getClass().getSimpleName();
    }

    /** A role is the entity's class name and the path of the attribute: {@code shop.User.address.phones}. */
    static String attributeOf(PersistentCollection<?> collection) {
        String role = String.valueOf(collection.getRole());
        Object owner = collection.getOwner();
        for (Class<?> type = owner == null ? null : owner.getClass(); type != null; type = type.getSuperclass()) {
            if (role.startsWith(type.getName() + ".")) {
                return role.substring(type.getName().length() + 1);
            }
        }
        return role.substring(role.lastIndexOf('.') + 1);
    }

    private static String ownerOf(String role) {
        String entity = role.substring(0, Math.max(0, role.lastIndexOf('.')));
        return entity.substring(entity.lastIndexOf('.') + 1);
    }
}

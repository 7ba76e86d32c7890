package dev.dovetail.orm.internal.entity;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.BasicEntityIdentifierMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Ids that the database or Hibernate gives to new entities. */
public final class GeneratedIds {

    private GeneratedIds() {}

    /** Whether an entity must not bring its own id. One of several columns is brought, or taken from a reference. */
    public static boolean areGiven(EntityPersister persister) {
        return areMade(persister) && !persister.getGenerator().allowAssignedIdentifiers();
    }

    /** Whether the id of a new entity is made for it, or taken from the entity that it belongs to. */
    private static boolean areMade(EntityPersister persister) {
        return persister.getIdentifierMapping() instanceof BasicEntityIdentifierMapping
                && persister.getGenerator().generatesOnInsert();
    }

    /** Gives an entity the id that was made for it, or that it had before; null if none was set. */
    public static void restore(
            EntityPersister persister, Object entity, @Nullable Object id, SharedSessionContractImplementor session) {
        if (areMade(persister)) {
            Object unset = persister.getIdentifierMapping().getUnsavedStrategy().getDefaultValue(null);
            persister.setIdentifier(entity, id == null ? unset : id, session);
        }
    }

    /** Makes an id that is made for an entity as unset as in a new instance. */
    public static void reset(EntityPersister persister, Object entity, SharedSessionContractImplementor session) {
        restore(persister, entity, null, session);
    }
}

package dev.dovetail.orm.internal.savepoint;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.BasicEntityIdentifierMapping;
import org.hibernate.persister.entity.EntityPersister;

/** Ids that the database or Hibernate gives to new entities. */
public final class GeneratedIds {

    private GeneratedIds() {}

    /** Whether an entity must not bring its own id. One of several columns is brought, or taken from a reference. */
    public static boolean areGiven(EntityPersister persister) {
        return persister.getIdentifierMapping() instanceof BasicEntityIdentifierMapping
                && persister.getGenerator().generatesOnInsert()
                && !persister.getGenerator().allowAssignedIdentifiers();
    }

    /** Gives an entity the generated id that it had. */
    static void restore(EntityPersister persister, Object entity, Object id, SharedSessionContractImplementor session) {
        if (areGiven(persister)) {
            persister.setIdentifier(entity, id, session);
        }
    }

    /** Makes a generated id as unset as in a new instance. */
    public static void reset(EntityPersister persister, Object entity, SharedSessionContractImplementor session) {
        if (areGiven(persister)) {
            Object unset = persister.getIdentifierMapping().getUnsavedStrategy().getDefaultValue(null);
            persister.setIdentifier(entity, unset, session);
        }
    }
}

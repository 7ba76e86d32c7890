package dev.dovetail.orm.internal.fetch;

import org.hibernate.mapping.Collection;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.internal.StandardPersisterClassResolver;

/**
 * Entities that are not loaded one by one where a one-to-one has no foreign key, and collections whose size, and whether they contain something, can be asked for without loading them ({@code
 * Hibernate.size}): that is a statement too, of which no event tells.
 */
public final class GuardedPersisters extends StandardPersisterClassResolver {

    private static final long serialVersionUID = 1L;

    /** For a service registry. */
    public GuardedPersisters() {}

    @Override
    public Class<? extends EntityPersister> singleTableEntityPersister() {
        return GuardedSingleTable.class;
    }

    @Override
    public Class<? extends EntityPersister> joinedSubclassEntityPersister() {
        return GuardedJoinedSubclass.class;
    }

    @Override
    public Class<? extends EntityPersister> unionSubclassEntityPersister() {
        return GuardedUnionSubclass.class;
    }

    @Override
    public Class<? extends CollectionPersister> getCollectionPersisterClass(Collection metadata) {
        return metadata.isOneToMany() ? GuardedOneToMany.class : GuardedTableCollection.class;
    }
}

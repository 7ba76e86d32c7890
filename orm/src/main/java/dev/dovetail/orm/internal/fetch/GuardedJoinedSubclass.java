package dev.dovetail.orm.internal.fetch;

import org.hibernate.cache.spi.access.EntityDataAccess;
import org.hibernate.cache.spi.access.NaturalIdDataAccess;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.entity.JoinedSubclassEntityPersister;
import org.jspecify.annotations.Nullable;

/** An entity in joined tables that is not loaded for each row which leads to it without a foreign key. */
public final class GuardedJoinedSubclass extends JoinedSubclassEntityPersister {

    /** As Hibernate makes it. */
    public GuardedJoinedSubclass(
            PersistentClass entity,
            @Nullable EntityDataAccess cache,
            @Nullable NaturalIdDataAccess naturalIds,
            RuntimeModelCreationContext context) {
        super(entity, cache, naturalIds, context);
    }

    @Override
    public @Nullable Object loadByUniqueKey(String attribute, Object key, SharedSessionContractImplementor session) {
        return InverseOneToOnes.postpones(this, attribute, key, session)
                ? null
                : super.loadByUniqueKey(attribute, key, session);
    }
}

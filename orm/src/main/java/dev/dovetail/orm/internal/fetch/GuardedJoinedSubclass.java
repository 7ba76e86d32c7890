package dev.dovetail.orm.internal.fetch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.cache.spi.access.EntityDataAccess;
import org.hibernate.cache.spi.access.NaturalIdDataAccess;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.entity.EntityNameUse;
import org.hibernate.persister.entity.JoinedSubclassEntityPersister;
import org.hibernate.sql.ast.tree.from.TableGroup;
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

    /** Hibernate forgets tables of superclasses where attributes of several classes stand in an OR. */
    @Override
    public void pruneForSubclasses(TableGroup group, Map<String, EntityNameUse> uses) {
        Map<String, EntityNameUse> all = new LinkedHashMap<>(uses);
        for (EntityMappingType above = getSuperMappingType(); above != null; above = above.getSuperMappingType()) {
            all.putIfAbsent(above.getEntityName(), EntityNameUse.EXPRESSION);
        }
        super.pruneForSubclasses(group, all);
    }
}

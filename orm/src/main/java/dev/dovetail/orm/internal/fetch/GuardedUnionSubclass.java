package dev.dovetail.orm.internal.fetch;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.hibernate.cache.spi.access.EntityDataAccess;
import org.hibernate.cache.spi.access.NaturalIdDataAccess;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.entity.UnionSubclassEntityPersister;
import org.jspecify.annotations.Nullable;

/** An entity in a table for each class that is not loaded for each row which leads to it without a foreign key. */
public final class GuardedUnionSubclass extends UnionSubclassEntityPersister {

    /** As Hibernate makes it. */
    public GuardedUnionSubclass(
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

    /**
     * Some engines need the type of a null that stands for the column of another class. Hibernate looks for that of a part of
     * a key one part too early, except for the first, so it is told to look one part further.
     */
    @Override
    protected String generateSubquery(PersistentClass entity) {
        Set<Column> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Table table : entity.getSubclassTableClosure()) {
            for (Column column : table.getColumns()) {
                if (column.getTypeIndex() > 0) {
                    parts.add(column);
                }
            }
        }
        parts.forEach(column -> column.setTypeIndex(column.getTypeIndex() + 1));
        try {
            return super.generateSubquery(entity);
        } finally {
            parts.forEach(column -> column.setTypeIndex(column.getTypeIndex() - 1));
        }
    }
}

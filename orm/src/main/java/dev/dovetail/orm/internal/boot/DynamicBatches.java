package dev.dovetail.orm.internal.boot;

import dev.dovetail.orm.internal.fetch.SessionScope;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.jdbc.batch.spi.BatchKey;
import org.hibernate.engine.jdbc.mutation.MutationExecutor;
import org.hibernate.engine.jdbc.mutation.internal.StandardMutationExecutorService;
import org.hibernate.engine.jdbc.mutation.spi.BatchKeyAccess;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.AttributeMappingsList;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.sql.model.MutationOperationGroup;
import org.hibernate.sql.model.MutationType;
import org.hibernate.sql.model.PreparableMutationOperation;

/**
 * Hibernate never batches updates of only the columns that changed, as each may be another statement. Here those that
 * follow each other with the same text are one batch, during a flush, which sends what is left at its end.
 *
 * <p>Rows in several tables it batches table by table. Where a joined class refers to a subclass of its own, the first table of one
 * row would come before the second table of the row to which it refers: these are sent row by row.
 */
final class DynamicBatches extends StandardMutationExecutorService {

    private static final long serialVersionUID = 1L;

    private final ConcurrentHashMap<String, Boolean> refersToSubclass = new ConcurrentHashMap<>();

    DynamicBatches(int batchSize) {
        super(batchSize);
    }

    @Override
    public MutationExecutor createExecutor(
            BatchKeyAccess keys, MutationOperationGroup group, SharedSessionContractImplementor session) {
        if (keys.getBatchKey() == null
                && group.getMutationType() == MutationType.UPDATE
                && group.getNumberOfOperations() == 1
                && group.getSingleOperation() instanceof PreparableMutationOperation update
                && group.getMutationTarget() instanceof EntityPersister persister
                && !persister.optimisticLockStyle().isAllOrDirty()
                && !persister.hasUpdateGeneratedProperties()
                && SessionScope.isFlushing(session)) {
            BatchKey key = new UpdateKey(persister.getEntityName(), update.getSqlString());
            return super.createExecutor(() -> key, group, session);
        }
        if (keys.getBatchKey() != null
                && group.getNumberOfOperations() > 1
                && group.getMutationTarget() instanceof EntityPersister persister
                && refersToSubclass.computeIfAbsent(persister.getEntityName(), name -> refersToSubclass(persister))) {
            return super.createExecutor(() -> null, group, session);
        }
        return super.createExecutor(keys, group, session);
    }

    /** Whether a row has a foreign key to another table of its own hierarchy than the first one. */
    private static boolean refersToSubclass(EntityPersister persister) {
        AttributeMappingsList attributes = persister.getAttributeMappings();
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i) instanceof ToOneAttributeMapping toOne) {
                EntityMappingType target = toOne.getAssociatedEntityMappingType();
                if (target.getRootEntityDescriptor() == persister.getRootEntityDescriptor()
                        && target != target.getRootEntityDescriptor()) {
                    return true;
                }
            }
        }
        return false;
    }

    private record UpdateKey(String entity, String sql) implements BatchKey {}
}

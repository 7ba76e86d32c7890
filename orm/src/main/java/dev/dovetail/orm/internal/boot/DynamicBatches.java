package dev.dovetail.orm.internal.boot;

import dev.dovetail.orm.internal.fetch.SessionScope;
import org.hibernate.engine.jdbc.batch.spi.BatchKey;
import org.hibernate.engine.jdbc.mutation.MutationExecutor;
import org.hibernate.engine.jdbc.mutation.internal.StandardMutationExecutorService;
import org.hibernate.engine.jdbc.mutation.spi.BatchKeyAccess;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.sql.model.MutationOperationGroup;
import org.hibernate.sql.model.MutationType;
import org.hibernate.sql.model.PreparableMutationOperation;

/**
 * Hibernate never batches updates of only the columns that changed, as each may be another statement. Here those that
 * follow each other with the same text are one batch, during a flush, which sends what is left at its end.
 */
final class DynamicBatches extends StandardMutationExecutorService {

    private static final long serialVersionUID = 1L;

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
        return super.createExecutor(keys, group, session);
    }

    private record UpdateKey(String entity, String sql) implements BatchKey {}
}

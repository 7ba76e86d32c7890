package dev.dovetail.repository.internal.work;

import dev.dovetail.core.transaction.ActiveTransaction;
import dev.dovetail.core.transaction.TransactionManager;
import dev.dovetail.core.transaction.TransactionalCallable;
import dev.dovetail.repository.LazyPolicy;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.EntityKeys;
import dev.dovetail.repository.spi.EntityOperations;
import dev.dovetail.repository.spi.RepositoryBackend;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Serves repositories from memory. Thread-safe. */
public final class MemoryBackend implements RepositoryBackend {

    private final Mappings mappings;
    private final LazyPolicies policies;
    private final WrittenCollections written = new WrittenCollections();
    private final TransactionManager transactions;
    private final Clock clock;
    private final Map<Class<?>, EntityDescription> descriptions = new HashMap<>();

    /**
     * For these entities, in transactions on the store with their tables.
     *
     * @param lazy the policy of associations that have none of their own
     * @param clock tells the date and time to queries
     */
    public MemoryBackend(Mappings mappings, TransactionManager transactions, LazyPolicy lazy, Clock clock) {
        this.mappings = mappings;
        this.policies = new LazyPolicies(mappings, lazy);
        this.transactions = transactions;
        this.clock = clock;
        mappings.all().forEach(entity -> descriptions.put(entity.type(), Descriptions.of(entity)));
    }

    /**
     * Runs a block of this thread in which associations load themselves.
     *
     * @throws X what the block throws
     */
    public <T extends @Nullable Object, X extends Exception> T allowLazyLoading(TransactionalCallable<T, X> block)
            throws X {
        return policies.allowing(block);
    }

    @Override
    public TransactionManager transactions() {
        return transactions;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public @Nullable EntityDescription describe(Class<?> type) {
        return descriptions.get(type);
    }

    @Override
    public @Nullable EntityKeys keys(Class<?> type) {
        return new Keys(mappings.get(type)).all();
    }

    @Override
    public Collection<EntityDescription> entities() {
        return Collections.unmodifiableCollection(descriptions.values());
    }

    @Override
    public <T> EntityOperations<T> operations(Class<T> type, String caller) {
        EntityMapping entity = mappings.get(type);
        return new MemoryOperations<>(mappings, () -> unitOfWork(caller), entity, caller);
    }

    private UnitOfWork unitOfWork(String caller) {
        ActiveTransaction transaction = transactions.require(caller);
        transaction.requireUsable();
        Object existing = transaction.attachment(this);
        if (existing instanceof UnitOfWork work) {
            return work;
        }
        return transaction.attachment(this, () -> {
            UnitOfWork work = new UnitOfWork(mappings, policies, written, transaction);
            transaction.enlist(work);
            return work;
        });
    }
}

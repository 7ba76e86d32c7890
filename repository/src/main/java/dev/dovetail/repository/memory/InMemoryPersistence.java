package dev.dovetail.repository.memory;

import dev.dovetail.core.transaction.TransactionManager;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.LazyPolicy;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.store.Store;
import dev.dovetail.repository.internal.work.MemoryBackend;
import dev.dovetail.repository.proxy.RepositoryFactory;
import java.util.List;

/**
 * A persistence in memory for the tests of services, without any database: what passes or fails on it passes or fails on
 * a real one, with the same exceptions. Entities need Jakarta Persistence annotations only. It follows the
 * <em>portable</em> rules, which are the same on every engine: strings are compared and sorted by code points, nulls
 * sort as the greatest, lengths are enforced in characters, a unique key may hold nulls. Thread-safe.
 *
 * <p>Each statement of a transaction sees what is committed at that moment, and the transaction's own writes ("read
 * committed"). A row that another transaction changed or deleted since it was loaded cannot be written any more; where a
 * database would let the second one wait, here the later commit fails. Isolation {@code REPEATABLE_READ} and above is
 * given by letting a transaction fail as soon as any other one commits meanwhile. After a return to a savepoint, and
 * after the end of a transaction, everything that was loaded in it is detached.
 */
public final class InMemoryPersistence implements Persistence {

    private final Store store;
    private final TransactionManager transactions;
    private final RepositoryFactory repositories;
    private final InMemoryOutbox outbox;

    private InMemoryPersistence(LazyPolicy lazy, List<Class<?>> entities) {
        Mappings mappings = Mappings.of(entities);
        store = new Store(mappings.tables());
        transactions = TransactionManager.over(store);
        repositories = RepositoryFactory.over(new MemoryBackend(mappings, transactions, lazy));
        outbox = new InMemoryOutbox(store, transactions);
    }

    /**
     * An empty persistence for these entities.
     *
     * @throws dev.dovetail.repository.UnsupportedMappingException with all that it cannot imitate truthfully
     */
    public static InMemoryPersistence of(Class<?>... entities) {
        return of(LazyPolicy.RAISE, entities);
    }

    /**
     * Like {@link #of(Class[])}, with another policy for associations that have no {@link dev.dovetail.repository.Lazy}:
     * the one that the real persistence has.
     *
     * @throws dev.dovetail.repository.UnsupportedMappingException with all that it cannot imitate truthfully
     */
    public static InMemoryPersistence of(LazyPolicy lazy, Class<?>... entities) {
        return new InMemoryPersistence(lazy, List.of(entities));
    }

    @Override
    public <R> R repository(Class<R> repository) {
        return repositories.repository(repository);
    }

    @Override
    public Transactor transactor() {
        return transactions.transactor();
    }

    @Override
    public InMemoryOutbox outbox() {
        return outbox;
    }

    @Override
    public void close() {
        store.close();
    }
}

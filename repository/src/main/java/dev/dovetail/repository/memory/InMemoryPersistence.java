package dev.dovetail.repository.memory;

import dev.dovetail.core.transaction.TransactionManager;
import dev.dovetail.core.transaction.TransactionalCallable;
import dev.dovetail.repository.LazyPolicy;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.store.Store;
import dev.dovetail.repository.internal.work.MemoryBackend;
import dev.dovetail.repository.proxy.RepositoryFactory;
import dev.dovetail.repository.spi.EntityOperations;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistence in memory for the tests of services, without any database: what passes or fails on it passes or fails on
 * a real one, with the same exceptions. Entities need Jakarta Persistence annotations only. Where engines differ it
 * follows an {@link EngineProfile}, by default the one with what is the same on each of them. Thread-safe.
 *
 * <p>By default each statement of a transaction sees what is committed at that moment, and the transaction's own writes
 * ("read committed"). A row that another transaction changed or deleted since it was loaded cannot be written any more;
 * where a database would let the second one wait, here the later commit fails. With {@code REPEATABLE_READ} and above a
 * transaction sees one state throughout, and writes of what others changed since are conflicts that are worth a retry. A
 * serializable one that wrote also fails if a table that it has read was changed meanwhile. After a return to a savepoint,
 * and after the end of a transaction, everything that was loaded in it is detached.
 */
public final class InMemoryPersistence implements Persistence {

    private final Store store;
    private final MemoryBackend backend;
    private final RepositoryFactory repositories;
    private final InMemoryTransactor transactor;

    private InMemoryPersistence(InMemoryOptions options, List<Class<?>> entities) {
        Mappings mappings = Mappings.of(entities);
        store = new Store(mappings.tables(), options.profile().rules(), options.sources());
        TransactionManager transactions = TransactionManager.over(store);
        backend = new MemoryBackend(
                mappings, transactions, options.lazy(), store.sources().clock());
        repositories = RepositoryFactory.over(backend);
        transactor = new InMemoryTransactor(store, transactions);
    }

    /**
     * An empty persistence for these entities.
     *
     * @throws dev.dovetail.repository.UnsupportedMappingException with all that it cannot imitate truthfully
     */
    public static InMemoryPersistence of(Class<?>... entities) {
        return of(options -> {}, entities);
    }

    /**
     * Like {@link #of(Class[])}, with another policy for associations that have no {@link dev.dovetail.repository.Lazy}:
     * the one that the real persistence has.
     *
     * @throws dev.dovetail.repository.UnsupportedMappingException with all that it cannot imitate truthfully
     */
    public static InMemoryPersistence of(LazyPolicy lazy, Class<?>... entities) {
        return of(options -> options.lazy(lazy), entities);
    }

    /**
     * Like {@link #of(Class[])}, with options.
     *
     * @param options sets them
     * @throws dev.dovetail.repository.UnsupportedMappingException with all that it cannot imitate truthfully
     */
    public static InMemoryPersistence of(Consumer<InMemoryOptions> options, Class<?>... entities) {
        InMemoryOptions chosen = new InMemoryOptions();
        options.accept(chosen);
        return new InMemoryPersistence(chosen, List.of(entities));
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T allowLazyLoading(TransactionalCallable<T, X> block)
            throws X {
        return backend.allowLazyLoading(block);
    }

    @Override
    public <R> R repository(Class<R> repository) {
        return repositories.repository(repository);
    }

    /** What can be done with entities of a class. */
    <T> EntityOperations<T> operations(Class<T> entity, String caller) {
        if (backend.describe(entity) == null) {
            throw new IllegalArgumentException(entity.getName() + " is not an entity of this persistence");
        }
        return backend.operations(entity, caller);
    }

    @Override
    public InMemoryTransactor transactor() {
        return transactor;
    }

    @Override
    public InMemoryOutbox outbox() {
        return transactor.outbox();
    }

    /**
     * Forgets all rows, messages and failures that were asked for, and gives ids from the first one again: as if it had just
     * been made, for the next test. Not while a transaction runs.
     */
    public void clear() {
        store.clear();
    }

    @Override
    public void close() {
        store.close();
    }
}

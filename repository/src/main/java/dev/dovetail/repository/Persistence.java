package dev.dovetail.repository;

import dev.dovetail.core.transaction.TransactionalCallable;
import dev.dovetail.core.transaction.Transactor;
import org.jspecify.annotations.Nullable;

/**
 * Where entities are kept: a database or, with the same rules, the memory of a fake. It serves Jakarta Data repository
 * interfaces without any generated class. Open one per database and keep it for the life of the application.
 * Thread-safe.
 */
public interface Persistence extends AutoCloseable {

    /**
     * The repository of an interface; the same instance for the same interface. Thread-safe.
     *
     * <p>Inside a transaction its calls join it, and the entities they return are managed: what is changed in them is
     * written at commit. Outside, each call is a transaction of its own, and what it returns is detached and complete.
     * {@code insert}, {@code update}, {@code save} and {@code delete} act at once and follow Jakarta Data.
     *
     * @param repository an interface as Jakarta Data defines them, compiled with {@code -parameters}
     * @throws RepositoryDefinitionException with all faults of the interface, if any of its methods cannot be served
     */
    <R> R repository(Class<R> repository);

    /** The transactor for blocks of work with these entities. */
    Transactor transactor();

    /**
     * Runs a block of this thread in which associations that are used load themselves, each with a statement of its own.
     * It ends with the block; detached entities raise all the same.
     *
     * @throws X what the block throws
     */
    <T extends @Nullable Object, X extends Exception> T allowLazyLoading(TransactionalCallable<T, X> block) throws X;

    /** The messages that leave this system together with the transaction that writes them. */
    Outbox outbox();

    /** Lets go of everything it opened itself. Closing twice does nothing. */
    @Override
    void close();
}

package dev.dovetail.repository.spi;

import dev.dovetail.core.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/** What serves repositories: a database through an object-relational mapper, or the memory of a fake. Thread-safe. */
public interface RepositoryBackend {

    /** The transactions that repository calls join or begin. */
    TransactionManager transactions();

    /** What is known about an entity class; null if it is none of this persistence. The same answer each time. */
    @Nullable
    EntityDescription describe(Class<?> type);

    /**
     * The operations on an entity.
     *
     * @param caller who will call them, for messages, for example {@code Users.list(Limit)}: what loaded an entity is
     *     told when an association of it is not loaded
     */
    <T> EntityOperations<T> operations(Class<T> entity, String caller);
}

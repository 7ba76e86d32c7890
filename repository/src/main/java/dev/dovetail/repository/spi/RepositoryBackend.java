package dev.dovetail.repository.spi;

import dev.dovetail.core.transaction.TransactionManager;
import java.time.Clock;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What serves repositories: a database through an object-relational mapper, or the memory of a fake. Thread-safe. */
public interface RepositoryBackend {

    /** The transactions that repository calls join or begin. */
    TransactionManager transactions();

    /** What is known about an entity class; null if it is none of this persistence. The same answer each time. */
    @Nullable
    EntityDescription describe(Class<?> type);

    /** The keys of an entity; null if its rows cannot be upserted, because they are in more than one table or class. */
    @Nullable
    EntityKeys keys(Class<?> entity);

    /** All entities of this persistence. */
    Collection<EntityDescription> entities();

    /** What tells the date and time to queries that ask for it: this machine's, unless it is another one's. */
    default Clock clock() {
        return Clock.systemDefaultZone();
    }

    /**
     * What a method without parameters that returns this type hands out: a resource of the current transaction. Null if
     * there are no such resources.
     */
    default @Nullable Supplier<?> resource(Class<?> type) {
        return null;
    }

    /**
     * The operations on an entity.
     *
     * @param caller who will call them, for messages, for example {@code Users.list(Limit)}: what loaded an entity is
     *     told when an association of it is not loaded
     */
    <T> EntityOperations<T> operations(Class<T> entity, String caller);
}

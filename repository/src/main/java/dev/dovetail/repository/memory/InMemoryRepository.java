package dev.dovetail.repository.memory;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.transaction.TransactionalCallable;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.NotUniqueException;
import dev.dovetail.repository.RepositoryError;
import dev.dovetail.repository.spi.EntityOperations;
import dev.dovetail.repository.spi.FindQuery;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * For fakes of repositories that are written by hand, without annotations: the entities of an {@link InMemoryPersistence}
 * with all that it keeps, and plain Java to look for them. Its counterpart on a database is {@code HibernateRepository} of
 * {@code dovetail-orm}. A call joins the current transaction, in which what it returns is managed; outside it is one of its
 * own. Thread-safe.
 *
 * <pre>{@code
 * class InMemoryUsers extends InMemoryRepository<User, Long> implements Users {
 *     public Optional<User> byEmail(String email) {
 *         return one(user -> user.getEmail().equals(email));
 *     }
 * }
 * }</pre>
 *
 * @param <T> the entity
 * @param <K> its id
 */
public abstract class InMemoryRepository<T, K> {

    private static final FindQuery ALL = new FindQuery(List.of(), List.of(), null, List.of());

    private final InMemoryPersistence persistence;
    private final String entity;
    private final EntityOperations<T> operations;

    /**
     * A repository of entities of a persistence.
     *
     * @throws IllegalArgumentException if they are none of it
     */
    protected InMemoryRepository(InMemoryPersistence persistence, Class<T> entity) {
        this.persistence = persistence;
        this.entity = entity.getSimpleName();
        this.operations = persistence.operations(entity, getClass().getSimpleName());
    }

    /**
     * The entity with an id.
     *
     * @throws NoResultException if there is none
     */
    public T get(K id) {
        return find(id).orElseThrow(() -> new NoResultException(new Explanation(
                RepositoryError.NO_RESULT,
                "There is no " + entity + " with id " + id + ".",
                "it was deleted, or the id never existed",
                "use find(…) where it may be missing")));
    }

    /** The entity with an id, or empty. */
    public Optional<T> find(K id) {
        Objects.requireNonNull(id, "id");
        return read(() -> Optional.ofNullable(operations.find(id, List.of())));
    }

    /**
     * Adds a new entity. In a transaction it is managed from now on, and written with the next flush, at the commit at the
     * latest; outside it is written at once.
     */
    public void add(T newEntity) {
        Objects.requireNonNull(newEntity, "entity");
        persistence.transactor().run(() -> operations.add(List.of(newEntity)));
    }

    /**
     * Deletes a managed entity, with the next flush.
     *
     * @throws dev.dovetail.repository.EntityStateException if it is not managed
     */
    public void remove(T managed) {
        Objects.requireNonNull(managed, "entity");
        persistence.transactor().run(() -> operations.remove(List.of(managed)));
    }

    /** How many there are. */
    public long count() {
        return read(() -> operations.count(List.of()));
    }

    /** All entities, in the order in which they were inserted. Like queries of a database it does not see what is pending. */
    protected List<T> all() {
        return read(() -> operations.find(ALL));
    }

    /** Those that meet a condition. */
    protected List<T> all(Predicate<? super T> condition) {
        return all().stream().filter(condition).toList();
    }

    /**
     * The only one that meets a condition, or empty.
     *
     * @throws NotUniqueException if several do
     */
    protected Optional<T> one(Predicate<? super T> condition) {
        List<T> found = all(condition);
        if (found.size() > 1) {
            throw new NotUniqueException(new Explanation(
                    RepositoryError.NOT_UNIQUE,
                    "One " + entity + " was asked for, and " + found.size() + " meet the condition.",
                    "what it compares is not unique",
                    "use all(…), or compare more"));
        }
        return found.stream().findFirst();
    }

    private <R> R read(TransactionalCallable<R, RuntimeException> work) {
        InMemoryTransactor transactor = persistence.transactor();
        return transactor.isActive()
                ? transactor.call(work)
                : transactor.readOnly().call(work);
    }
}

package dev.dovetail.orm;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.orm.query.Selection;
import dev.dovetail.orm.work.UnitOfWork;
import dev.dovetail.repository.EntityStateException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * For repositories that are written by hand, without annotations. Its counterpart in memory is {@link
 * dev.dovetail.repository.memory.InMemoryRepository}. A call joins the current transaction, in which what it returns is
 * managed; outside it is one of its own. Thread-safe.
 *
 * <pre>{@code
 * class SqlUsers extends HibernateRepository<User, Long> implements Users {
 *     public Optional<User> byEmail(String email) {
 *         return query(users -> users.where(equal(User_.email, email)).oneOrNone());
 *     }
 * }
 * }</pre>
 *
 * @param <T> the entity
 * @param <K> its id
 */
public abstract class HibernateRepository<T, K> {

    private final HibernatePersistence persistence;
    private final Class<T> entity;

    /** A repository of entities of a persistence. */
    protected HibernateRepository(HibernatePersistence persistence, Class<T> entity) {
        this.persistence = persistence;
        this.entity = entity;
    }

    /**
     * The entity with an id.
     *
     * @throws dev.dovetail.repository.NoResultException if there is none
     */
    public T get(K id) {
        Objects.requireNonNull(id, "id");
        return read(uow -> uow.get(entity, id));
    }

    /** The entity with an id, or empty. */
    public Optional<T> find(K id) {
        Objects.requireNonNull(id, "id");
        return read(uow -> uow.find(entity, id));
    }

    /**
     * Adds a new entity. In a transaction it is managed from now on, and written with the next flush, at the commit at the
     * latest; outside it is written at once.
     */
    public void add(T newEntity) {
        Objects.requireNonNull(newEntity, "entity");
        persistence.transactor().run(() -> persistence.unitOfWork().add(newEntity));
    }

    /**
     * Deletes a managed entity, with the next flush.
     *
     * @throws EntityStateException if it is not managed
     */
    public void remove(T managed) {
        Objects.requireNonNull(managed, "entity");
        persistence.transactor().run(() -> {
            UnitOfWork uow = persistence.unitOfWork();
            if (!uow.contains(managed)) {
                throw EntityStateException.notManaged(entity.getSimpleName(), "remove");
            }
            uow.delete(managed);
        });
    }

    /** How many there are. */
    public long count() {
        return query(Selection::count);
    }

    /**
     * Asks for entities.
     *
     * @param question what to select of them, and in which form: {@code users -> users.where(…).list()}
     */
    protected <R> R query(Function<? super Selection<T>, ? extends R> question) {
        return read(uow -> question.apply(uow.select(entity)));
    }

    /** Reads in the unit of work of the current transaction, or in a read-only one of its own. */
    protected <R> R read(Function<? super UnitOfWork, ? extends R> work) {
        Transactor transactor = persistence.transactor();
        return (transactor.isActive() ? transactor : transactor.readOnly())
                .call(() -> work.apply(persistence.unitOfWork()));
    }
}

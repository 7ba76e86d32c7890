package dev.dovetail.orm.query;

import dev.dovetail.core.portable.RowLock;
import jakarta.persistence.metamodel.SingularAttribute;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;

/**
 * A query for entities, by Hibernate's restrictions and orders on the static metamodel.
 *
 * <p>{@link Restriction} has {@code equal, in, like, contains, startsWith, between, greaterThan, notNull …}, each of them
 * negated by {@code negated()}, joined by {@code and}, {@code or}, {@code all} and {@code any}; {@code
 * org.hibernate.query.restriction.Path.from(Order.class).to(Order_.user).to(User_.name)} leads to attributes of other entities.
 *
 * @param <T> the entity
 */
public interface Selection<T> extends Query<T> {

    /** Adds a condition; all must hold. */
    Selection<T> where(Restriction<? super T> restriction);

    /**
     * Adds criteria to sort by, behind those given before. Where they do not say where nulls go, nulls count as greater than
     * everything, on every engine: last if ascending, first if descending.
     */
    @SuppressWarnings("unchecked")
    Selection<T> orderBy(Order<? super T>... orders);

    /**
     * Adds associations to load.
     *
     * @throws dev.dovetail.orm.error.WorkException if the entity has no such association
     */
    Selection<T> load(LoadOption... loads);

    /**
     * Locks the rows of the entities that it returns until the transaction ends; what {@code selectin} loads is not locked.
     * An entity with a version that is managed already, and whose row has changed since, raises {@link
     * dev.dovetail.repository.StaleEntityException}; without a version it keeps the state that it has. {@link
     * #count} and {@link #exists} lock nothing. On SQLite the write transaction is the lock, whatever the way. {@link
     * #list} and the like raise {@link dev.dovetail.core.error.ReadOnlyException} in a read-only transaction, {@link
     * dev.dovetail.core.error.TransientConflictException} if a lock is not got, and {@link
     * dev.dovetail.orm.error.WorkException} together with {@code joined} or {@code
     * subquery}.
     *
     * @param lock what to do with rows that another transaction has locked
     */
    Selection<T> lock(RowLock lock);

    /**
     * Selects values instead of entities, as records with a component of the name of each attribute. The record is any class
     * with one constructor that takes them.
     *
     * @throws dev.dovetail.orm.error.WorkException if it is no record, or a component is no attribute
     */
    <R> Projection<T, R> as(Class<R> row);

    /**
     * Selects attributes instead of entities, as records with these components, in this order. A single attribute may also
     * be taken as it is: {@code as(String.class, User_.name)}.
     *
     * @throws dev.dovetail.orm.error.WorkException if the record has another number of components
     */
    @SuppressWarnings("unchecked")
    <R> Projection<T, R> as(Class<R> row, SingularAttribute<? super T, ?>... attributes);

    /**
     * Selects columns instead of entities, also of other entities and of groups, as records with these components, in this
     * order; {@code Object[]} takes any.
     *
     * @throws dev.dovetail.orm.error.WorkException if the record has another number of components
     */
    @SuppressWarnings("unchecked")
    <R> Projection<T, R> as(Class<R> row, Column<T, ?>... columns);

    @Override
    Selection<T> limit(int most);

    @Override
    Selection<T> offset(int skipped);

    /**
     * The entity with an id, with its load options. Without a condition it sends no statement if the entity is managed, and
     * one otherwise; with one, the entity must match it, too, as it is written.
     *
     * @throws jakarta.data.exceptions.EmptyResultException if there is none
     */
    T get(Object id);
}

package dev.dovetail.orm.query;

import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;

/**
 * A query for entities in a unit of work. Immutable: each method that refines it returns a new one. It belongs to its
 * unit of work and the thread of that.
 *
 * <p>Queries never flush: they find by what is written, and show managed entities with their pending changes. Each
 * operation is one statement, and one more for each {@link LoadOption#selectin selectin} step and 500 owners.
 *
 * @param <T> the entity
 */
public interface Selection<T> {

    /** Adds a condition; all must hold. */
    Selection<T> where(Restriction<? super T> restriction);

    /** Adds criteria to sort by, behind those given before. */
    @SuppressWarnings("unchecked")
    Selection<T> orderBy(Order<? super T>... orders);

    /**
     * Adds associations to load.
     *
     * @throws dev.dovetail.orm.error.WorkException if the entity has no such association
     */
    Selection<T> load(LoadOption... loads);

    /**
     * Returns at most this many.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    Selection<T> limit(int most);

    /** All that match. */
    List<T> list();

    /** The first that matches, or empty. Without {@link #orderBy} any may be the first. */
    Optional<T> first();

    /**
     * The only one that matches.
     *
     * @throws jakarta.data.exceptions.EmptyResultException if none does
     * @throws jakarta.data.exceptions.NonUniqueResultException if several do
     */
    T one();

    /**
     * The only one that matches, or empty.
     *
     * @throws jakarta.data.exceptions.NonUniqueResultException if several do
     */
    Optional<T> oneOrNone();

    /** How many match, whatever the limit. */
    long count();

    /** Whether any matches. */
    boolean exists();

    /**
     * A page of those that match. One statement for its content, another one for the total unless the request is
     * {@link PageRequest#withoutTotal()}.
     *
     * @throws dev.dovetail.orm.error.WorkException if a collection is joined: the page could only be cut in memory
     */
    Page<T> page(PageRequest request);

    /** All that match, read whole before it returns; it holds no connection and need not be closed. */
    Stream<T> stream();
}

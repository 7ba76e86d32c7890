package dev.dovetail.orm.query;

/**
 * An association to many that is itself a query: its elements are filtered, sorted, counted and paged by the database, and
 * added and removed one by one, without ever loading it. Made by {@link dev.dovetail.orm.work.UnitOfWork#collection}.
 *
 * <p>Like every query it finds what is written: what was added shows after the next flush, or at once where {@link #add} says
 * that it writes. The collection in the owner may be loaded or not. If it is, it shows what is added and removed here
 * immediately; if it is not, it stays unloaded.
 *
 * @param <E> the elements, which are entities
 */
public interface QueryCollection<E> extends Selection<E> {

    /**
     * Adds an element; a new one is added to the unit of work, too.
     *
     * <p>Where the element refers back to its owner ({@code mappedBy}), the reference is set, no statement is sent, and the next
     * flush writes it. Where a join table links them, the link is written at once, after a flush if the element is new: one
     * statement, and one before it that looks for the link if the collection is a set, in which an element is only once.
     *
     * @throws dev.dovetail.orm.error.WorkException if the element is detached, or the collection has an order column, is a map,
     *     or has a foreign key in the elements without a reference back
     * @throws dev.dovetail.core.error.ReadOnlyException in a read-only transaction
     */
    void add(E element);

    /**
     * Removes an element, if it is one. Where it refers back, the reference becomes null at the next flush, or the element is
     * deleted if the association removes orphans. In a join table the link is deleted at once, in one statement.
     *
     * @throws dev.dovetail.orm.error.WorkException like {@link #add}
     * @throws dev.dovetail.core.error.ReadOnlyException in a read-only transaction
     */
    void remove(E element);

    /** Whether an element belongs to it, as it is written. One statement. */
    boolean contains(E element);
}

package dev.dovetail.orm.query;

import dev.dovetail.core.query.StreamFunction;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A query in a unit of work, and all that can be asked of it. Immutable: each method that refines it returns a new one. It
 * belongs to its unit of work and the thread of that.
 *
 * <p>Queries never flush: they find by what is written, and show managed entities with their pending changes. The values in conditions are always bound. Each operation is one statement unless it
 * says otherwise, and {@link LoadOption load options} add theirs.
 *
 * @param <R> what a row becomes; a single value that is null is null in lists and streams, and empty where an {@code Optional} is
 *     returned
 */
public interface Query<R> {

    /**
     * Returns at most this many. Without, all. {@link #count}, {@link #exists} and the pages do not know it.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    Query<R> limit(int most);

    /**
     * Skips this many. Without, none.
     *
     * @throws IllegalArgumentException if it is negative
     */
    Query<R> offset(int skipped);

    /** All that match. */
    List<R> list();

    /** The first that matches, or empty. Without an order any may be the first. */
    Optional<R> first();

    /**
     * The only one that matches.
     *
     * @throws jakarta.data.exceptions.EmptyResultException if none does
     * @throws jakarta.data.exceptions.NonUniqueResultException if several do
     */
    R one();

    /**
     * The only one that matches, or empty.
     *
     * @throws jakarta.data.exceptions.NonUniqueResultException if several do
     */
    Optional<R> oneOrNone();

    /** How many match, whatever the limit and offset. */
    long count();

    /** Whether any matches, whatever the limit and offset. */
    boolean exists();

    /**
     * A page by its number, cut by the database. Entities are sorted by their id behind the given order, so that pages neither
     * overlap nor miss rows. One statement for its content, another one for the total unless the request is
     * {@link PageRequest#withoutTotal()}; it knows without the total, too, whether there is a next page.
     *
     * @throws dev.dovetail.orm.error.WorkException if a collection is joined (the page could only be cut in memory), there is a
     *     limit or offset, or the request has a cursor
     */
    Page<R> page(PageRequest request);

    /**
     * A page behind or before a cursor. It begins at the row that the cursor comes from, wherever that is by now: rows that
     * others insert or delete do not shift it, and the database does not count through the pages before. The order may go up
     * and down and hold nulls; the id (or what was grouped by) stands behind it. The first request is
     * {@code PageRequest.ofSize(20)}, the others are {@link CursoredPage#nextPageRequest()} and
     * {@link CursoredPage#previousPageRequest()}; a cursor has the values of the order as they are written, without pending
     * changes, nulls among them.
     *
     * <p>One statement, another one for the total unless the request is {@link PageRequest#withoutTotal()}.
     *
     * @throws dev.dovetail.orm.error.WorkException if a collection is joined, there is a limit or offset, the cursor does not
     *     fit the order, nothing that is known tells its rows apart, or it is native SQL
     */
    CursoredPage<R> keyset(PageRequest request);

    /**
     * Gives the results to the work as a stream that reads 500 rows at a time, on this thread. It is closed when the work
     * returns or throws, whatever it throws. One statement, load options once more for each 500.
     *
     * <p>Memory does not grow with the number of rows: entities that only the stream loaded are detached again when the next
     * are read, and at its end. They stay managed as long as something in the unit of work is pending ({@code flush} it from
     * time to time), and from the moment on in which the work itself loads other entities. MySQL's driver reads all rows at
     * once.
     *
     * @throws X what the work throws
     * @throws dev.dovetail.orm.error.WorkException if a collection is joined, or the work went on reading after it rolled a
     *     nested block back
     */
    <V extends @Nullable Object, X extends Exception> V stream(StreamFunction<R, V, X> work) throws X;

    /** The statement that {@link #list} would send. It is not run. */
    String sql();

    /**
     * The statements that an operation would send, such as {@code query.sql(q -> q.page(request))}. None is run: the operation
     * finds nothing. Statements of load options depend on what is found, and are not among them.
     */
    List<String> sql(Function<? super Query<R>, ?> operation);
}

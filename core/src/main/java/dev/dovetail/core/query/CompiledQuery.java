package dev.dovetail.core.query;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A query that is rendered once and run often, with other values each time. It is sent as a prepared statement, and its
 * rows become objects without a jOOQ record in between.
 *
 * <p>Inside a transaction of its database it runs in it, by the same rules as {@code db.transaction(…)}; outside it runs
 * on a read-only connection, one round trip, or in a transaction of its own if it writes. A column, a parameter and their
 * converters and bindings mean the same as in jOOQ.
 *
 * <p>Immutable and thread-safe: keep one for the life of the application. {@link #bind} returns a new one.
 *
 * @param <T> what a row becomes
 */
public interface CompiledQuery<T extends @Nullable Object> {

    /**
     * The query with a value for a parameter, {@code param("name", Type.class)}; null is SQL's null. A parameter that was
     * built with a value needs none.
     *
     * @throws QueryException if there is no such parameter, or the value is not of its type
     */
    CompiledQuery<T> bind(String name, @Nullable Object value);

    /**
     * All rows.
     *
     * @throws QueryException if a parameter has no value
     */
    List<T> list();

    /** The first row, or empty if there is none or it became null. Without an order any may be the first. */
    Optional<T> first();

    /**
     * The only row.
     *
     * @throws NoRowException if there is none
     * @throws SeveralRowsException if there are several
     */
    T one();

    /**
     * The only row, or empty if there is none or it became null.
     *
     * @throws SeveralRowsException if there are several
     */
    Optional<T> oneOrNone();

    /** How many rows {@link #list} would return. One statement. */
    long count();

    /**
     * The same query, whose rows are identified by these columns together: no two rows have the same values in all of them.
     * Pages need to know that. It is known by itself where the query selects from one table with a primary key that jOOQ
     * knows, or groups, or is distinct.
     */
    CompiledQuery<T> keyedBy(Field<?>... columns);

    /**
     * A page by its number. The order is the query's own, and behind it what identifies a row, so that pages neither
     * overlap nor miss rows; where it does not say where nulls go, they count as larger than any value, on every engine. One
     * statement, and another one for the total unless the request is {@link PageRequest#withoutTotal()}.
     *
     * @throws QueryException if the query has no order or a limit of its own, nobody knows what identifies its rows, or
     *     the request has a cursor
     */
    Page<T> page(PageRequest request);

    /**
     * A page behind or before a cursor, in the order of {@link #page}. It begins at the row that the cursor comes from,
     * wherever that is by now: rows that others insert or delete do not shift it, and the database does not count through
     * the pages before. The first request is {@code PageRequest.ofSize(20)}, the others are
     * {@link CursoredPage#nextPageRequest()} and {@link CursoredPage#previousPageRequest()}; a cursor has the values of the
     * order's columns, nulls among them.
     *
     * @throws QueryException as {@link #page}, or if the cursor does not fit the order
     */
    CursoredPage<T> cursoredPage(PageRequest request);

    /**
     * Calls the action with each row, as they are read. Memory use does not grow with the number of rows; see
     * {@link #stream}.
     *
     * @throws X what the action throws, after the result is closed
     */
    <X extends Exception> void forEach(RowConsumer<? super T, X> action) throws X;

    /**
     * Gives the rows to the work as a stream, read as it is consumed, in constant memory, on the thread of this call. The
     * result is closed when the work returns or throws, whether or not it read everything; what is kept of the stream is
     * of no use then.
     *
     * <p>Outside of a transaction it reads one state, on a connection of its own; the work may use the database meanwhile.
     * Inside it reads on the transaction's connection; when the work runs other statements there, MariaDB's driver first
     * reads the rest of the rows into memory, and MySQL's refuses. H2 writes large results of file databases to disk.
     *
     * @throws X what the work throws, after the result is closed
     */
    <V extends @Nullable Object, X extends Exception> V stream(StreamFunction<T, V, X> work) throws X;

    /** The text that is sent, with placeholders. */
    String sql();
}

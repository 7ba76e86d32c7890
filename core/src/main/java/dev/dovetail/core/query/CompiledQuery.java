package dev.dovetail.core.query;

import java.util.List;
import java.util.Optional;
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

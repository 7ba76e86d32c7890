package dev.dovetail.orm.internal.query;

import dev.dovetail.orm.internal.fetch.Origin;
import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks for, as statements on a session. Immutable.
 *
 * @param <R> what a row becomes
 */
interface Source<R> {

    /** What it looks for, for messages: {@code User}. */
    String name();

    /** What is said to have loaded its entities. */
    Origin origin(String operation);

    /** Prepares for statements, before each operation. */
    default void prepare(QueryScope scope) {}

    /** All rows in their order. */
    SelectionQuery<?> rows(SessionImplementor session);

    /** All rows, in an order that tells them apart as far as that is known. */
    SelectionQuery<?> pageable(SessionImplementor session);

    /** How many rows there are. */
    long count(SessionImplementor session);

    /** At least one row if there are any. */
    SelectionQuery<?> any(SessionImplementor session);

    /**
     * Rows with the values of their order behind them.
     *
     * @param cursor where to begin, or null
     * @throws dev.dovetail.orm.error.WorkException if there is no such order, or the cursor does not fit it
     */
    KeyedRows keyed(SessionImplementor session, boolean backward, @Nullable List<? extends @Nullable Object> cursor);

    /** What a row becomes. */
    @Nullable
    R row(Object row);

    /** What a row of {@link #keyed} becomes, of this width without its key. */
    default @Nullable R keyedRow(Object row, int width) {
        return row(row);
    }

    /**
     * Loads what was asked for with the results.
     *
     * @param window which part of the rows was read; null if the query alone would not find them
     */
    void load(SessionImplementor session, List<R> found, @Nullable Window window);

    /** Whether a collection is joined, so that rows are no results. */
    default boolean joinsCollection() {
        return false;
    }

    /**
     * Rows and their keys.
     *
     * @param query selects arrays
     * @param width how many values belong to the row itself; the rest is its key
     */
    record KeyedRows(SelectionQuery<Object> query, int width) {}
}

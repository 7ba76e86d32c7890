package dev.dovetail.orm.query;

import org.jspecify.annotations.Nullable;

/**
 * A query in HQL or native SQL. Each parameter {@code :name} in its text has a value, which is bound.
 *
 * <p><b>HQL</b> is checked when the query is made. Pages are in its own order, behind which the id stands where it selects from
 * one entity without joins; keyset pages need an order by attributes. <b>Native SQL</b> hides its tables: like plain SQL of jOOQ it
 * flushes what is pending first (not in read-only transactions). It becomes entities (all columns of the table are
 * selected), single values, arrays or records, whose components are in the order of its columns; it has no keyset pages.
 *
 * @param <R> what a row becomes: an entity, a record or class whose constructor takes the selected values, a single value,
 *     {@code Object[]} or {@code jakarta.persistence.Tuple}
 */
public interface TextQuery<R> extends Query<R> {

    /**
     * Gives a parameter its value; a collection stands for each of its elements in {@code in (:names)}.
     *
     * @throws dev.dovetail.orm.error.WorkException if there is no such parameter
     */
    TextQuery<R> bind(String parameter, @Nullable Object value);

    /**
     * Adds associations to load, where it returns entities. What is to be joined is written in the query: {@code left join
     * fetch}.
     *
     * @throws dev.dovetail.orm.error.WorkException if it returns no entities, they have no such association, or it is
     *     {@link LoadOption#joined joined}
     */
    TextQuery<R> load(LoadOption... loads);

    @Override
    TextQuery<R> limit(int most);

    @Override
    TextQuery<R> offset(int skipped);
}

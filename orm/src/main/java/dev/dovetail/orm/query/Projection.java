package dev.dovetail.orm.query;

/**
 * A query for values of entities, as records, without loading the entities. With an {@link Column.Aggregate aggregate} among
 * its columns, its rows are groups: the other columns are what is grouped by. A restriction chooses rows, {@link #having}
 * chooses groups.
 *
 * @param <T> the entity that it begins at
 * @param <R> what a row becomes
 */
public interface Projection<T, R> extends Query<R> {

    /** Adds a condition on groups; all must hold. */
    Projection<T, R> having(Column.GroupCondition<T> condition);

    /** Adds columns to sort by, behind those given before and behind the order of the selection. */
    @SuppressWarnings("unchecked")
    Projection<T, R> orderBy(Column.Sorting<T>... sortings);

    /** Returns equal rows once. Such rows can be sorted by columns that they have, and by no others. */
    Projection<T, R> distinct();

    @Override
    Projection<T, R> limit(int most);

    @Override
    Projection<T, R> offset(int skipped);
}

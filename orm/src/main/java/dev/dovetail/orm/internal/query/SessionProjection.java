package dev.dovetail.orm.internal.query;

import dev.dovetail.orm.query.Column;
import dev.dovetail.orm.query.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A query for values of entities on the session of a unit of work. */
final class SessionProjection<T, R> extends SourcedQuery<R> implements Projection<T, R> {

    private final ProjectionSource<T, R> source;

    private SessionProjection(QueryScope scope, ProjectionSource<T, R> source, Window window) {
        super(scope, source, window);
        this.source = source;
    }

    static <T, R> Projection<T, R> of(
            QueryScope scope, SelectionSource<T> entities, Window window, Class<R> row, List<Column<T, ?>> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A projection needs at least one column, got " + columns);
        }
        if (!entities.loads().isEmpty()) {
            throw QueryErrors.refused(
                    "A projection of " + entities.name() + " was asked to load associations.",
                    "load options are for entities, and it has values",
                    "leave load(…) out, or select the values of the other entity as columns");
        }
        SessionProjection<T, R> projection = new SessionProjection<>(
                scope,
                new ProjectionSource<>(
                        entities, RowShape.of(row, columns.size()), columns, List.of(), List.of(), false),
                window);
        projection.requireSortable();
        return projection;
    }

    @Override
    public Projection<T, R> having(Column.GroupCondition<T> condition) {
        List<Column.GroupCondition<T>> all = new ArrayList<>(source.having());
        all.add(condition);
        return with(new ProjectionSource<>(
                source.entities(), source.shape(), source.columns(), all, source.sortings(), source.distinct()));
    }

    @Override
    @SafeVarargs
    public final Projection<T, R> orderBy(Column.Sorting<T>... further) {
        List<Column.Sorting<T>> all = new ArrayList<>(source.sortings());
        all.addAll(Arrays.asList(further));
        return with(new ProjectionSource<>(
                source.entities(), source.shape(), source.columns(), source.having(), all, source.distinct()));
    }

    @Override
    public Projection<T, R> distinct() {
        return with(new ProjectionSource<>(
                source.entities(), source.shape(), source.columns(), source.having(), source.sortings(), true));
    }

    @Override
    public Projection<T, R> limit(int most) {
        return new SessionProjection<>(scope(), source, window().limitedTo(most));
    }

    @Override
    public Projection<T, R> offset(int skipped) {
        return new SessionProjection<>(scope(), source, window().from(skipped));
    }

    @Override
    Projection<T, R> in(QueryScope other) {
        return new SessionProjection<>(other, source, window());
    }

    private Projection<T, R> with(ProjectionSource<T, R> other) {
        SessionProjection<T, R> projection = new SessionProjection<>(scope(), other, window());
        projection.requireSortable();
        return projection;
    }

    private void requireSortable() {
        boolean bySelected =
                source.sortings().stream().allMatch(sorting -> source.columns().contains(sorting.column()));
        if (source.distinct() && (!bySelected || !source.entities().orders().isEmpty())
                || source.isGrouped() && !source.entities().orders().isEmpty()) {
            throw QueryErrors.refused(
                    "Distinct rows or groups of " + source.entities().name()
                            + " cannot be sorted by what they do not have.",
                    "the selection has an order of its own, or a column to sort by is not selected",
                    "sort behind as(…), by selected columns: orderBy(sum(…).desc())");
        }
    }
}

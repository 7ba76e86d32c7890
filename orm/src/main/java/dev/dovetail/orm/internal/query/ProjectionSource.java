package dev.dovetail.orm.internal.query;

import dev.dovetail.orm.internal.fetch.Origin;
import dev.dovetail.orm.query.Column;
import dev.dovetail.orm.query.Column.Aggregate;
import dev.dovetail.orm.query.Column.GroupCondition;
import dev.dovetail.orm.query.Column.Sorting;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaExpression;
import org.hibernate.query.criteria.JpaRoot;
import org.jspecify.annotations.Nullable;

/** Values of entities. */
record ProjectionSource<T, R>(
        SelectionSource<T> entities,
        RowShape<R> shape,
        List<Column<T, ?>> columns,
        List<GroupCondition<T>> having,
        List<Sorting<T>> sortings,
        boolean distinct)
        implements CriteriaSource<R> {

    ProjectionSource {
        columns = List.copyOf(columns);
        having = List.copyOf(having);
        sortings = List.copyOf(sortings);
    }

    @Override
    public String name() {
        return "row of " + entities.name();
    }

    @Override
    public Origin origin(String operation) {
        return entities.origin(operation);
    }

    @Override
    public Draft draft(HibernateCriteriaBuilder builder) {
        JpaCriteriaQuery<Object> query = builder.createQuery(Object.class);
        JpaRoot<T> root = query.from(entities.type());
        entities.restrict(builder, query, root);
        ColumnPaths paths = new ColumnPaths(builder, root);
        List<JpaExpression<?>> items = new ArrayList<>();
        columns.forEach(column -> items.add(paths.of(column)));
        query.distinct(distinct);
        List<SortBy> order = new ArrayList<>(entities.sorting(builder, root));
        sortings.forEach(sorting -> order.add(paths.sortBy(sorting.column(), sorting.descending())));
        if (!isGrouped()) {
            return new Draft(query, items, order, distinct ? rowItself(paths) : paths.identity(), false);
        }
        List<SortBy> groups = rowItself(paths);
        query.groupBy(groups.stream().<Expression<?>>map(SortBy::value).toList());
        if (!having.isEmpty()) {
            query.having(having.stream()
                    .map(condition -> predicate(builder, paths, condition))
                    .toArray(Predicate[]::new));
        }
        return new Draft(query, items, order, groups, true);
    }

    boolean isGrouped() {
        return !having.isEmpty() || columns.stream().anyMatch(Aggregate.class::isInstance);
    }

    /** What is selected, without aggregates, tells groups and distinct rows apart. */
    private List<SortBy> rowItself(ColumnPaths paths) {
        return columns.stream()
                .filter(column -> !(column instanceof Aggregate))
                .map(column -> paths.sortBy(column, false))
                .toList();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the value has the type of the aggregate
    private static Predicate predicate(
            HibernateCriteriaBuilder builder, ColumnPaths paths, GroupCondition<?> condition) {
        JpaExpression value = paths.of(condition.aggregate());
        Comparable limit = (Comparable) condition.value();
        return switch (condition.comparison()) {
            case EQUAL -> builder.equal(value, limit);
            case GREATER -> builder.greaterThan(value, limit);
            case AT_LEAST -> builder.greaterThanOrEqualTo(value, limit);
            case LESS -> builder.lessThan(value, limit);
            case AT_MOST -> builder.lessThanOrEqualTo(value, limit);
        };
    }

    @Override
    public @Nullable R row(Object row) {
        return shape.of(row);
    }

    @Override
    public void load(SessionImplementor session, List<R> found, @Nullable Window window) {}
}

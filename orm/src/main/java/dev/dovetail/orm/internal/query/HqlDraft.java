package dev.dovetail.orm.internal.query;

import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.query.SortDirection;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaExpression;
import org.hibernate.query.criteria.JpaOrder;
import org.hibernate.query.criteria.JpaRoot;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.expression.SqmAliasedNodeRef;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.from.SqmRoot;
import org.hibernate.query.sqm.tree.select.SqmQuerySpec;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.jspecify.annotations.Nullable;

/** A parsed HQL query, to be changed for pages. Each is good for one statement. */
final class HqlDraft {

    private final SqmSelectStatement<Object> statement;

    private HqlDraft(SqmSelectStatement<Object> statement) {
        this.statement = statement;
    }

    static HqlDraft of(HibernateCriteriaBuilder builder, String hql) {
        return of(builder.createQuery(hql, Object.class));
    }

    @SuppressWarnings("unchecked") // it is only changed
    static HqlDraft of(JpaCriteriaQuery<?> query) {
        return new HqlDraft((SqmSelectStatement<Object>) query);
    }

    boolean joinsCollection() {
        return statement.containsCollectionFetches();
    }

    /** Whether it is one select, whose order consists of values and not of places or aliases. */
    boolean isSortable() {
        return statement.getQueryPart() instanceof SqmQuerySpec<?>
                && statement.getOrderList().stream()
                        .noneMatch(order -> order.getExpression() instanceof SqmAliasedNodeRef);
    }

    /** Whether nothing is known that could be added to its order. */
    boolean isIdentified() {
        return identity().isEmpty();
    }

    int width() {
        return statement.getQuerySpec().getSelectClause().getSelections().size();
    }

    List<SortBy> completeOrder() {
        List<SortBy> keys = new ArrayList<>();
        for (Order given : statement.getOrderList()) {
            JpaOrder order = (JpaOrder) given;
            JpaExpression<?> value = order.getExpression();
            keys.add(SortBy.of(
                    value, order.getSortDirection() == SortDirection.DESCENDING, order.getNullPrecedence(), true));
        }
        for (SortBy key : identity()) {
            if (keys.stream().noneMatch(known -> isSame(known.value(), key.value()))) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static boolean isSame(JpaExpression<?> one, JpaExpression<?> other) {
        return one == other
                || one instanceof SqmPath<?> path
                        && other instanceof SqmPath<?> same
                        && path.getNavigablePath().equals(same.getNavigablePath());
    }

    private List<SortBy> identity() {
        SqmQuerySpec<?> query = statement.getQuerySpec();
        if (!query.getGroupingExpressions().isEmpty()
                || query.isDistinct()
                || query.getRootList().size() != 1) {
            return List.of();
        }
        SqmRoot<?> root = query.getRootList().get(0);
        return root.getSqmJoins().isEmpty() ? EntityIds.of((JpaRoot<?>) root) : List.of();
    }

    <R> JpaCriteriaQuery<R> identified(HibernateCriteriaBuilder builder, JpaCriteriaQuery<R> query) {
        List<Order> complete = new ArrayList<>(query.getOrderList());
        completeOrder().stream().skip(complete.size()).forEach(key -> complete.add(key.order(builder)));
        return query.orderBy(complete);
    }

    JpaCriteriaQuery<Object> keyed(
            HibernateCriteriaBuilder builder, boolean backward, @Nullable List<? extends @Nullable Object> cursor) {
        List<SortBy> keys =
                backward ? completeOrder().stream().map(SortBy::reversed).toList() : completeOrder();
        SqmQuerySpec<?> query = statement.getQuerySpec();
        keys.forEach(key -> query.getSelectClause().add((SqmExpression<?>) key.value(), null));
        if (cursor != null) {
            boolean grouped = !query.getGroupingExpressions().isEmpty();
            Predicate behind = KeysetCondition.behind(builder, keys, cursor);
            Predicate before = grouped ? query.getGroupRestriction() : query.getRestriction();
            Predicate both = before == null ? behind : builder.and(before, behind);
            if (grouped) {
                statement.having(both);
            } else {
                statement.where(both);
            }
        }
        List<Order> orders = new ArrayList<>();
        keys.forEach(key -> orders.add(key.order(builder)));
        return statement.orderBy(orders);
    }
}

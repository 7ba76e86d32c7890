package dev.dovetail.orm.internal.query;

import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Selection;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.jspecify.annotations.Nullable;

/**
 * A criteria query that is still to be finished, in one of several ways.
 *
 * @param query with its conditions
 * @param items what it selects
 * @param order what it sorts by
 * @param identity what tells its rows apart; empty if that is not known
 * @param grouped whether it is grouped, so that further conditions are on groups
 */
record Draft(
        JpaCriteriaQuery<Object> query,
        List<? extends Selection<?>> items,
        List<SortBy> order,
        List<SortBy> identity,
        boolean grouped) {

    /** In its own order. */
    JpaCriteriaQuery<Object> ordered(HibernateCriteriaBuilder builder) {
        return finish(builder, items, order);
    }

    /** In an order that tells its rows apart. */
    JpaCriteriaQuery<Object> identified(HibernateCriteriaBuilder builder) {
        return finish(builder, items, completeOrder());
    }

    /** Without an order, to be counted. */
    JpaCriteriaQuery<Object> unordered(HibernateCriteriaBuilder builder) {
        return finish(builder, items, List.of());
    }

    /** With the values of its order behind what it selects. */
    JpaCriteriaQuery<Object> keyed(
            HibernateCriteriaBuilder builder, boolean backward, @Nullable List<? extends @Nullable Object> cursor) {
        List<SortBy> keys =
                backward ? completeOrder().stream().map(SortBy::reversed).toList() : completeOrder();
        List<Selection<?>> all = new ArrayList<>(items);
        keys.forEach(key -> all.add(key.value()));
        if (cursor != null) {
            Predicate behind = KeysetCondition.behind(builder, keys, cursor);
            Predicate before = grouped ? query.getGroupRestriction() : query.getRestriction();
            Predicate both = before == null ? behind : builder.and(before, behind);
            if (grouped) {
                query.having(both);
            } else {
                query.where(both);
            }
        }
        return finish(builder, all, keys);
    }

    /** The order with what identifies a row behind it. */
    List<SortBy> completeOrder() {
        return complete(order, identity);
    }

    static List<SortBy> complete(List<SortBy> order, List<SortBy> identity) {
        List<SortBy> complete = new ArrayList<>(order);
        for (SortBy key : identity) {
            // Paths of the same attribute are the same instance.
            if (order.stream().noneMatch(known -> known.value() == key.value())) {
                complete.add(key);
            }
        }
        return complete;
    }

    private JpaCriteriaQuery<Object> finish(
            HibernateCriteriaBuilder builder, List<? extends Selection<?>> selected, List<SortBy> sorted) {
        List<Order> orders = new ArrayList<>();
        sorted.forEach(key -> orders.add(key.order(builder)));
        return query.multiselect(List.copyOf(selected)).orderBy(orders);
    }
}

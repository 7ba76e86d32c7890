package dev.dovetail.orm.internal.query;

import dev.dovetail.core.portable.RowLock;
import dev.dovetail.orm.internal.fetch.Origin;
import dev.dovetail.orm.internal.load.SelectinLoader;
import dev.dovetail.orm.query.LoadOption;
import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.Order;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.SortDirection;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaExpression;
import org.hibernate.query.criteria.JpaRoot;
import org.hibernate.query.restriction.Restriction;
import org.jspecify.annotations.Nullable;

/** Entities of a class. */
record SelectionSource<T>(
        Class<T> type,
        SelectinLoader loader,
        @Nullable Membership membership,
        List<Restriction<? super T>> restrictions,
        List<Order<? super T>> orders,
        List<LoadOption> loads,
        @Nullable RowLock lock)
        implements CriteriaSource<T>, SubqueryOwners<T> {

    SelectionSource {
        restrictions = List.copyOf(restrictions);
        orders = List.copyOf(orders);
        loads = List.copyOf(loads);
    }

    @Override
    public String name() {
        return type.getSimpleName();
    }

    @Override
    public Origin origin(String operation) {
        return Origin.of(operation, type);
    }

    @Override
    public void prepare(QueryScope scope) {
        if (lock != null) {
            scope.requireLockable();
            if (joinsAny() || loads.stream().anyMatch(LoadOption.Subquery.class::isInstance)) {
                throw QueryErrors.lockOverJoin(name());
            }
        }
    }

    @Override
    public SelectionQuery<?> pageable(SessionImplementor session) {
        return locked(CriteriaSource.super.pageable(session), session);
    }

    @Override
    public KeyedRows keyed(
            SessionImplementor session, boolean backward, @Nullable List<? extends @Nullable Object> cursor) {
        KeyedRows keyed = CriteriaSource.super.keyed(session, backward, cursor);
        locked(keyed.query(), session);
        return keyed;
    }

    private SelectionQuery<?> locked(SelectionQuery<?> query, SessionImplementor session) {
        if (lock != null) {
            Locks.apply(lock, query.getLockOptions(), session);
        }
        return query;
    }

    @Override
    public Draft draft(HibernateCriteriaBuilder builder) {
        JpaCriteriaQuery<Object> query = builder.createQuery(Object.class);
        JpaRoot<T> root = query.from(type);
        restrict(builder, query, root);
        for (LoadOption load : loads) {
            if (load instanceof LoadOption.Joined joined) {
                JoinedFetches.fetch(root, joined.path());
            }
        }
        return new Draft(query, List.of(root), sorting(builder, root), EntityIds.of(root), false);
    }

    /** Without what is only joined to be loaded. */
    private <X> JpaCriteriaQuery<X> plain(HibernateCriteriaBuilder builder, Class<X> result) {
        JpaCriteriaQuery<X> query = builder.createQuery(result);
        restrict(builder, query, query.from(type));
        return query;
    }

    @Override
    public SelectionQuery<?> rows(SessionImplementor session) {
        // A subquery has to find the same owners once more.
        return loads.stream().anyMatch(LoadOption.Subquery.class::isInstance)
                ? pageable(session)
                : locked(CriteriaSource.super.rows(session), session);
    }

    @Override
    public long count(SessionImplementor session) {
        HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
        return session.createSelectionQuery(plain(builder, Long.class).select(builder.count()))
                .getSingleResult();
    }

    @Override
    public SelectionQuery<?> any(SessionImplementor session) {
        HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
        return session.createSelectionQuery(plain(builder, Integer.class).select(builder.literal(1)));
    }

    void restrict(HibernateCriteriaBuilder builder, JpaCriteriaQuery<?> query, JpaRoot<T> root) {
        List<Predicate> conditions = conditions(builder, query, root);
        if (!conditions.isEmpty()) {
            query.where(conditions.toArray(Predicate[]::new));
        }
    }

    @Override
    public List<Predicate> conditions(HibernateCriteriaBuilder builder, CommonAbstractCriteria query, JpaRoot<T> root) {
        List<Predicate> conditions = new ArrayList<>();
        if (membership != null) {
            conditions.add(membership.of(builder, query, root));
        }
        restrictions.forEach(restriction -> conditions.add(restriction.toPredicate(root, builder)));
        return conditions;
    }

    @Override
    public List<jakarta.persistence.criteria.Order> order(HibernateCriteriaBuilder builder, JpaRoot<T> root) {
        return Draft.complete(sorting(builder, root), EntityIds.of(root)).stream()
                .<jakarta.persistence.criteria.Order>map(key -> key.order(builder))
                .toList();
    }

    List<SortBy> sorting(HibernateCriteriaBuilder builder, JpaRoot<T> root) {
        List<SortBy> keys = new ArrayList<>();
        for (Order<? super T> order : orders) {
            SingularAttribute<? super T, ?> attribute = root.getModel().getSingularAttribute(order.attributeName());
            JpaExpression<?> value = root.get(order.attributeName());
            keys.add(SortBy.of(
                    order.caseSensitive() || attribute.getJavaType() != String.class
                            ? value
                            : builder.lower(root.get(order.attributeName())),
                    order.direction() == SortDirection.DESCENDING,
                    order.nullPrecedence(),
                    attribute.isOptional() && !attribute.isId()));
        }
        return keys;
    }

    @Override
    @SuppressWarnings("unchecked") // the root is all that it selects
    public T row(Object row) {
        return (T) row;
    }

    @Override
    public void load(SessionImplementor session, List<T> found, @Nullable Window window) {
        if (window != null && !found.isEmpty()) {
            SubqueryLoads<T> subqueries = SubqueryLoads.of(this, session, window);
            loads.stream().filter(LoadOption.Subquery.class::isInstance).forEach(load -> subqueries.load(load.path()));
        }
        loader.load(session, type, found, loads);
    }

    boolean joinsAny() {
        return loads.stream().anyMatch(LoadOption.Joined.class::isInstance);
    }

    @Override
    public boolean joinsCollection() {
        return loads.stream()
                .anyMatch(
                        load -> load instanceof LoadOption.Joined && loader.leadsThroughCollection(type, load.path()));
    }
}

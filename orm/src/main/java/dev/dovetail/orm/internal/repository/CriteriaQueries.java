package dev.dovetail.orm.internal.repository;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.orm.internal.query.JoinedFetches;
import dev.dovetail.orm.internal.query.SubqueryLoads;
import dev.dovetail.orm.internal.query.SubqueryOwners;
import dev.dovetail.repository.LoadStrategy;
import dev.dovetail.repository.spi.AssociationLoad;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.FindQuery;
import dev.dovetail.repository.spi.Restriction;
import dev.dovetail.repository.spi.SortKey;
import dev.dovetail.repository.spi.Window;
import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.Nulls;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaExpression;
import org.hibernate.query.criteria.JpaOrder;
import org.hibernate.query.criteria.JpaRoot;

/** Puts together and runs the queries of one entity. */
final class CriteriaQueries<T> {

    private final Engine engine;
    private final HibernateCriteriaBuilder builder;
    private final EntityDescription entity;
    private final Class<T> type;

    CriteriaQueries(Engine engine, SessionFactoryImplementor factory, EntityDescription entity, Class<T> type) {
        this.engine = engine;
        this.builder = factory.getCriteriaBuilder();
        this.entity = entity;
        this.type = type;
    }

    List<T> list(SessionImplementor session, FindQuery query) {
        JpaCriteriaQuery<T> criteria = builder.createQuery(type);
        JpaRoot<T> root = criteria.from(type);
        Paths paths = new Paths(root);
        restrict(criteria, paths, query.restrictions());
        for (AssociationLoad load : query.load()) {
            if (load.strategy() == LoadStrategy.JOINED) {
                JoinedFetches.fetch(root, load.path().name());
            }
        }
        criteria.select(root).orderBy(orders(paths, query));
        SelectionQuery<T> selection = session.createSelectionQuery(criteria);
        Window window = query.window();
        if (window != null) {
            if (window.offset() > Integer.MAX_VALUE) {
                return List.of();
            }
            selection.setFirstResult((int) window.offset()).setMaxResults(window.limit());
        }
        return selection.getResultList();
    }

    /** Loads what is to be loaded by statements that contain the query. */
    void loadBySubquery(SessionImplementor session, FindQuery query) {
        if (!isSubqueried(query)) {
            return;
        }
        Window window = query.window();
        SubqueryLoads<T> subqueries = SubqueryLoads.of(
                new Owners(query),
                session,
                window == null ? 0 : Math.toIntExact(window.offset()),
                window == null ? null : Integer.valueOf(window.limit()));
        for (AssociationLoad load : query.load()) {
            if (load.strategy() == LoadStrategy.SUBQUERY) {
                subqueries.load(load.path().name());
            }
        }
    }

    /** Whether it is one whose conditions become a part of other statements: conditions of the language do not. */
    static boolean serves(FindQuery query) {
        return isSubqueried(query) && query.restrictions().stream().noneMatch(Restriction.Matching.class::isInstance);
    }

    private static boolean isSubqueried(FindQuery query) {
        return !query.load().isEmpty()
                && query.load().stream().anyMatch(load -> load.strategy() == LoadStrategy.SUBQUERY);
    }

    private List<Order> orders(Paths paths, FindQuery query) {
        List<Order> orders = new ArrayList<>();
        for (SortKey key : query.order()) {
            orders.add(order(paths, key));
        }
        if (isSubqueried(query)) {
            orders.addAll(SubqueryLoads.byId(builder, paths.root()));
        }
        return orders;
    }

    private void restrict(JpaCriteriaQuery<?> criteria, Paths paths, List<Restriction> restrictions) {
        Conditions conditions = new Conditions(engine, builder, entity, paths);
        if (!restrictions.isEmpty()) {
            criteria.where(restrictions.stream().map(conditions::of).toArray(Predicate[]::new));
        }
    }

    /** A query as a part of another one. */
    private final class Owners implements SubqueryOwners<T> {
        private final FindQuery query;

        private Owners(FindQuery query) {
            this.query = query;
        }

        @Override
        public Class<T> type() {
            return type;
        }

        @Override
        public List<Predicate> conditions(HibernateCriteriaBuilder with, CommonAbstractCriteria part, JpaRoot<T> root) {
            Conditions conditions = new Conditions(engine, with, entity, new Paths(root));
            return query.restrictions().stream().map(conditions::of).toList();
        }

        @Override
        public List<Order> order(HibernateCriteriaBuilder with, JpaRoot<T> root) {
            return orders(new Paths(root), query);
        }
    }

    private JpaOrder order(Paths paths, SortKey key) {
        JpaExpression<?> value = paths.leftJoined(key.path());
        if (key.ignoreCase()) {
            value = builder.lower(value.as(String.class));
        }
        return key.ascending()
                ? builder.asc(value).nullPrecedence(Nulls.LAST)
                : builder.desc(value).nullPrecedence(Nulls.FIRST);
    }
}

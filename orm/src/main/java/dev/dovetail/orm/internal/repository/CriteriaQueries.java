package dev.dovetail.orm.internal.repository;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.FindQuery;
import dev.dovetail.repository.spi.Restriction;
import dev.dovetail.repository.spi.SortKey;
import dev.dovetail.repository.spi.Window;
import jakarta.persistence.criteria.Nulls;
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
        List<JpaOrder> orders = new ArrayList<>();
        for (SortKey key : query.order()) {
            orders.add(order(paths, key));
        }
        criteria.select(root).orderBy(orders.toArray(JpaOrder[]::new));
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

    long count(SessionImplementor session, List<Restriction> restrictions) {
        JpaCriteriaQuery<Long> criteria = builder.createQuery(Long.class);
        JpaRoot<T> root = criteria.from(type);
        restrict(criteria, new Paths(root), restrictions);
        return session.createSelectionQuery(criteria.select(builder.count(root)))
                .getSingleResult();
    }

    boolean exists(SessionImplementor session, List<Restriction> restrictions) {
        JpaCriteriaQuery<Integer> criteria = builder.createQuery(Integer.class);
        restrict(criteria, new Paths(criteria.from(type)), restrictions);
        return !session.createSelectionQuery(criteria.select(builder.literal(1)))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private void restrict(JpaCriteriaQuery<?> criteria, Paths paths, List<Restriction> restrictions) {
        Conditions conditions = new Conditions(engine, builder, entity, paths);
        if (!restrictions.isEmpty()) {
            criteria.where(restrictions.stream().map(conditions::of).toArray(Predicate[]::new));
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

package dev.dovetail.orm.internal.query;

import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaRoot;

/**
 * A query for entities, as far as it can be part of another one.
 *
 * @param <T> the entities
 */
public interface SubqueryOwners<T> {

    /** The class of the entities. */
    Class<T> type();

    /** Its conditions at a root of a query or subquery. */
    List<Predicate> conditions(HibernateCriteriaBuilder builder, CommonAbstractCriteria query, JpaRoot<T> root);

    /** Its order at a root, which tells all apart. */
    List<Order> order(HibernateCriteriaBuilder builder, JpaRoot<T> root);
}

package dev.dovetail.orm.internal.query;

import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/**
 * The elements of a collection of one owner.
 *
 * @param owner the owner, which is managed
 * @param entity its class
 * @param attribute the way to the collection, with dots
 * @param mappedBy the attribute of the elements that leads back, or empty
 */
record Membership(Object owner, Class<?> entity, String attribute, String mappedBy) {

    Predicate of(HibernateCriteriaBuilder builder, CommonAbstractCriteria query, Root<?> element) {
        if (!mappedBy.isEmpty()) {
            return builder.equal(element.get(mappedBy), owner);
        }
        Subquery<Integer> links = query.subquery(Integer.class);
        Root<?> from = links.from(entity);
        From<?, ?> at = from;
        for (String step : attribute.split("\\.")) {
            at = at.join(step);
        }
        links.select(builder.literal(1)).where(builder.equal(from, owner), builder.equal(at, element));
        return builder.exists(links);
    }
}

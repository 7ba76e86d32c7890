package dev.dovetail.orm.internal.query;

import jakarta.persistence.criteria.Predicate;
import java.util.List;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;

/** The rows behind a cursor, by the rules of {@link dev.dovetail.core.page.Keyset}, for entities. */
final class KeysetCondition {

    private KeysetCondition() {}

    static Predicate behind(
            HibernateCriteriaBuilder builder, List<SortBy> order, List<? extends @Nullable Object> cursor) {
        Predicate condition = null;
        for (int i = order.size() - 1; i >= 0; i--) {
            SortBy key = order.get(i);
            Object value = cursor.get(i);
            Predicate behind = key.behind(builder, value);
            condition = condition == null ? behind : builder.or(behind, builder.and(key.at(builder, value), condition));
        }
        Predicate from = order.size() == 1 ? null : order.get(0).from(builder, cursor.get(0));
        Predicate behind = condition == null ? builder.disjunction() : condition;
        return from == null ? behind : builder.and(from, behind);
    }
}

package dev.dovetail.orm.internal.query;

import jakarta.persistence.criteria.Nulls;
import jakarta.persistence.criteria.Predicate;
import java.lang.invoke.MethodType;
import org.hibernate.query.SortDirection;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaExpression;
import org.hibernate.query.criteria.JpaOrder;
import org.jspecify.annotations.Nullable;

/**
 * One value of an order.
 *
 * @param value what is compared
 * @param descending whether large values come first
 * @param nullsFirst whether rows without a value come first
 * @param nullable whether there can be such rows
 */
record SortBy(JpaExpression<?> value, boolean descending, boolean nullsFirst, boolean nullable) {

    /** Where it is not said where nulls go, they count as larger than any value. */
    static SortBy of(JpaExpression<?> value, boolean descending, Nulls nulls, boolean nullable) {
        return new SortBy(value, descending, nulls == Nulls.NONE ? descending : nulls == Nulls.FIRST, nullable);
    }

    SortBy reversed() {
        return new SortBy(value, !descending, !nullsFirst, nullable);
    }

    /** The engine's own order is used where there are no nulls, since it may have an index for that. */
    JpaOrder order(HibernateCriteriaBuilder builder) {
        return builder.sort(
                value,
                descending ? SortDirection.DESCENDING : SortDirection.ASCENDING,
                nullable ? nullsFirst ? Nulls.FIRST : Nulls.LAST : Nulls.NONE);
    }

    boolean accepts(@Nullable Object candidate) {
        Class<?> type = value.getJavaType();
        return candidate == null
                || type == null
                || MethodType.methodType(type).wrap().returnType().isInstance(candidate);
    }

    /** Rows behind the one with this value. */
    Predicate behind(HibernateCriteriaBuilder builder, @Nullable Object limit) {
        if (limit == null) {
            return nullsFirst ? builder.isNotNull(value) : builder.disjunction();
        }
        Predicate behind = descending
                ? builder.lessThan(comparable(), comparable(limit))
                : builder.greaterThan(comparable(), comparable(limit));
        return nullable && !nullsFirst ? builder.or(behind, builder.isNull(value)) : behind;
    }

    /** Rows with this value. */
    Predicate at(HibernateCriteriaBuilder builder, @Nullable Object limit) {
        return limit == null ? builder.isNull(value) : builder.equal(value, limit);
    }

    /** Rows with this value or behind it, where one comparison says so, which an index understands. */
    @Nullable
    Predicate from(HibernateCriteriaBuilder builder, @Nullable Object limit) {
        if (nullable || limit == null) {
            return null;
        }
        return descending
                ? builder.lessThanOrEqualTo(comparable(), comparable(limit))
                : builder.greaterThanOrEqualTo(comparable(), comparable(limit));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // columns that can be sorted by have comparable types
    private JpaExpression<? extends Comparable> comparable() {
        return (JpaExpression<? extends Comparable>) value;
    }

    @SuppressWarnings("rawtypes") // likewise
    private static Comparable comparable(Object limit) {
        return (Comparable) limit;
    }
}

package dev.dovetail.core.page;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM.NullOrdering;

/**
 * One column of an order.
 *
 * @param field what is compared
 * @param descending whether large values come first
 * @param nullsFirst whether rows without a value come first
 * @param nullable whether there can be such rows
 */
public record SortKey<T>(Field<T> field, boolean descending, boolean nullsFirst, boolean nullable) {

    /**
     * What jOOQ's order says. Where it does not say where nulls go, they count as larger than any value, on every engine
     * (as PostgreSQL does): last if ascending, first if descending.
     */
    public static <T> SortKey<T> of(SortField<T> sort) {
        boolean descending = sort.$sortOrder() == SortOrder.DESC;
        NullOrdering nulls = sort.$nullOrdering();
        return new SortKey<>(
                sort.$field(),
                descending,
                nulls == null ? descending : nulls == NullOrdering.NULLS_FIRST,
                sort.$field().getDataType().nullable());
    }

    /** The same on another field of the type. */
    public SortKey<T> on(Field<T> other) {
        return new SortKey<>(other, descending, nullsFirst, nullable);
    }

    /** The same where nulls may appear, or may not. */
    public SortKey<T> nullable(boolean canBeNull) {
        return new SortKey<>(field, descending, nullsFirst, canBeNull);
    }

    /** The other way round. */
    public SortKey<T> reversed() {
        return new SortKey<>(field, !descending, !nullsFirst, nullable);
    }

    /** For {@code orderBy(…)}. */
    public SortField<T> order() {
        SortField<T> sort = descending ? field.desc() : field.asc();
        return !nullable ? sort : nullsFirst ? sort.nullsFirst() : sort.nullsLast();
    }

    /** Rows behind the value; null stands for a row without one. */
    Condition behind(KeysetValue<T> value) {
        if (value.isNull()) {
            return nullsFirst ? field.isNotNull() : DSL.falseCondition();
        }
        Condition behind = descending ? field.lt(value.field()) : field.gt(value.field());
        return nullable && !nullsFirst ? behind.or(field.isNull()) : behind;
    }

    /** Rows with the value. */
    Condition at(KeysetValue<T> value) {
        return value.isNull() ? field.isNull() : field.eq(value.field());
    }

    /** Rows with the value or behind it, if one comparison says so. */
    Condition from(KeysetValue<T> value) {
        if (nullable || value.isNull()) {
            return DSL.noCondition();
        }
        return descending ? field.le(value.field()) : field.ge(value.field());
    }
}

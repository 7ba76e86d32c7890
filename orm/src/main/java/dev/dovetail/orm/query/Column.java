package dev.dovetail.orm.query;

import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of the rows of a {@link Projection}: an attribute, also of another entity, or an aggregate. Immutable.
 *
 * @param <T> the entity that the query begins at
 * @param <V> the value
 */
public sealed interface Column<T, V> {

    /** The entity itself. It is managed, like those of any query. */
    static <T> Path<T, T> entity() {
        return new Path<>(List.of());
    }

    /** An attribute of the entity. */
    static <T, V> Path<T, V> of(SingularAttribute<? super T, V> attribute) {
        return Column.<T>entity().to(attribute);
    }

    /** The elements of a collection, or the values of a map: a row for each, and none for an entity without elements. */
    static <T, E> Path<T, E> each(PluralAttribute<? super T, ?, E> collection) {
        return Column.<T>entity().each(collection);
    }

    /** Like {@link #each}, with one row, without a value, for an entity without elements. */
    static <T, E> Path<T, E> eachOrNone(PluralAttribute<? super T, ?, E> collection) {
        return Column.<T>entity().eachOrNone(collection);
    }

    /** How many rows a group has. */
    static <T> Aggregate<T, Long> count() {
        return new Aggregate<>(Function.COUNT_ROWS, null);
    }

    /** How many rows of a group have a value. */
    static <T> Aggregate<T, Long> count(Path<T, ?> path) {
        return new Aggregate<>(Function.COUNT, path);
    }

    /** How many different values a group has. */
    static <T> Aggregate<T, Long> countDistinct(Path<T, ?> path) {
        return new Aggregate<>(Function.COUNT_DISTINCT, path);
    }

    /** The sum of a group; null if it has no value. Sums of whole numbers are {@code Long}. */
    static <T, N extends Number> Aggregate<T, N> sum(Path<T, N> path) {
        return new Aggregate<>(Function.SUM, path);
    }

    /** The average of a group; null if it has no value. */
    static <T> Aggregate<T, Double> average(Path<T, ? extends Number> path) {
        return new Aggregate<>(Function.AVERAGE, path);
    }

    /** The smallest value of a group; null if it has none. */
    static <T, V extends Comparable<? super V>> Aggregate<T, V> min(Path<T, V> path) {
        return new Aggregate<>(Function.MIN, path);
    }

    /** The largest value of a group; null if it has none. */
    static <T, V extends Comparable<? super V>> Aggregate<T, V> max(Path<T, V> path) {
        return new Aggregate<>(Function.MAX, path);
    }

    /** Sorts by it, small values first. Nulls count as greater than everything. */
    default Sorting<T> asc() {
        return new Sorting<>(this, false);
    }

    /** Sorts by it, large values first. Nulls count as greater than everything. */
    default Sorting<T> desc() {
        return new Sorting<>(this, true);
    }

    /**
     * A way from the entity to a value. What stands behind a to-one association is joined so that no row is lost: it is null
     * where the association is.
     *
     * @param steps the attributes on the way
     */
    record Path<T, V>(List<Step> steps) implements Column<T, V> {

        /** Keeps a copy. */
        public Path {
            steps = List.copyOf(steps);
        }

        /** An attribute of what it leads to. */
        public <W> Path<T, W> to(SingularAttribute<? super V, W> attribute) {
            return then(attribute.getName(), StepKind.ATTRIBUTE);
        }

        /** The elements of a collection of what it leads to, as {@link Column#each}. */
        public <E> Path<T, E> each(PluralAttribute<? super V, ?, E> collection) {
            return then(collection.getName(), StepKind.EACH);
        }

        /** The elements of a collection of what it leads to, as {@link Column#eachOrNone}. */
        public <E> Path<T, E> eachOrNone(PluralAttribute<? super V, ?, E> collection) {
            return then(collection.getName(), StepKind.EACH_OR_NONE);
        }

        private <W> Path<T, W> then(String attribute, StepKind kind) {
            List<Step> longer = new ArrayList<>(steps);
            longer.add(new Step(attribute, kind));
            return new Path<>(longer);
        }
    }

    /**
     * A value of a group of rows. What else is selected beside it is what rows are grouped by.
     *
     * @param function how it is computed
     * @param path of what, or null for rows
     */
    record Aggregate<T, V>(Function function, @Nullable Path<T, ?> path) implements Column<T, V> {

        /** Groups in which it is equal. */
        public GroupCondition<T> equalTo(V value) {
            return new GroupCondition<>(this, Comparison.EQUAL, value);
        }

        /** Groups in which it is greater. */
        public GroupCondition<T> greaterThan(V value) {
            return new GroupCondition<>(this, Comparison.GREATER, value);
        }

        /** Groups in which it is greater or equal. */
        public GroupCondition<T> atLeast(V value) {
            return new GroupCondition<>(this, Comparison.AT_LEAST, value);
        }

        /** Groups in which it is smaller. */
        public GroupCondition<T> lessThan(V value) {
            return new GroupCondition<>(this, Comparison.LESS, value);
        }

        /** Groups in which it is smaller or equal. */
        public GroupCondition<T> atMost(V value) {
            return new GroupCondition<>(this, Comparison.AT_MOST, value);
        }
    }

    /**
     * A condition on groups.
     *
     * @param aggregate what is compared
     * @param comparison how
     * @param value with what; it is bound
     */
    record GroupCondition<T>(Aggregate<T, ?> aggregate, Comparison comparison, Object value) {}

    /**
     * What to sort by.
     *
     * @param column whose values
     * @param descending whether large ones come first
     */
    record Sorting<T>(Column<T, ?> column, boolean descending) {}

    /**
     * An attribute on the way to a value.
     *
     * @param attribute its name
     * @param kind how it is gone
     */
    record Step(String attribute, StepKind kind) {}

    /** How a step is gone. */
    enum StepKind {
        /** To a value, an embedded value or another entity. */
        ATTRIBUTE,
        /** To each element, without owners that have none. */
        EACH,
        /** To each element, with owners that have none. */
        EACH_OR_NONE
    }

    /** How an aggregate is computed. */
    enum Function {
        /** Rows. */
        COUNT_ROWS,
        /** Values. */
        COUNT,
        /** Different values. */
        COUNT_DISTINCT,
        /** Their sum. */
        SUM,
        /** Their average. */
        AVERAGE,
        /** The smallest. */
        MIN,
        /** The largest. */
        MAX
    }

    /** How an aggregate is compared. */
    enum Comparison {
        /** Equal. */
        EQUAL,
        /** Greater. */
        GREATER,
        /** Greater or equal. */
        AT_LEAST,
        /** Smaller. */
        LESS,
        /** Smaller or equal. */
        AT_MOST
    }
}

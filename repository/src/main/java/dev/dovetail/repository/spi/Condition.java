package dev.dovetail.repository.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row must meet. As in SQL, what compares with null is not met. There is no negation: each condition has its
 * opposite, which is not met by null either.
 */
public sealed interface Condition {

    /** All of these. */
    record All(List<Condition> conditions) implements Condition {

        /** Keeps a copy. */
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** One of these at least. */
    record Any(List<Condition> conditions) implements Condition {

        /** Keeps a copy. */
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** Two values compared. Texts are compared by their characters, whatever the collation of the column. */
    record Comparison(Expression left, Comparator comparator, Expression right) implements Condition {}

    /** Whether a value is null; or, negated, is not. */
    record IsNull(Expression operand, boolean negated) implements Condition {}

    /**
     * Whether a text matches a pattern, in which {@code %} stands for any characters and {@code _} for one; case counts.
     *
     * @param pattern a constant
     * @param escape what stands before a {@code %} or {@code _} that means itself; null for none
     */
    record Like(
            Expression text, Expression pattern, @Nullable Character escape, boolean negated) implements Condition {}

    /**
     * Whether a value is one of some others; or, negated, is none of them.
     *
     * @param items constants
     */
    record In(Expression operand, List<Expression> items, boolean negated) implements Condition {

        /** Keeps a copy of the items. */
        public In {
            items = List.copyOf(items);
        }
    }

    /**
     * Whether a value is in a collection or array, which holds no null; or, negated, is not.
     *
     * @param collection the argument
     */
    record InArgument(Expression operand, Expression.Argument collection, boolean negated) implements Condition {}

    /** How two values are compared. */
    enum Comparator {
        /** Whether they are the same. */
        EQUAL,
        /** Whether they differ. */
        NOT_EQUAL,
        /** Whether the left one is before the right one. */
        LESS,
        /** Whether the left one is not after the right one. */
        LESS_OR_EQUAL,
        /** Whether the left one is after the right one. */
        GREATER,
        /** Whether the left one is not before the right one. */
        GREATER_OR_EQUAL;

        /** What is true where this is not, unless null is compared. */
        public Comparator opposite() {
            return switch (this) {
                case EQUAL -> NOT_EQUAL;
                case NOT_EQUAL -> EQUAL;
                case LESS -> GREATER_OR_EQUAL;
                case LESS_OR_EQUAL -> GREATER;
                case GREATER -> LESS_OR_EQUAL;
                case GREATER_OR_EQUAL -> LESS;
            };
        }

        /** Whether it asks only whether two values are the same. */
        public boolean isEquality() {
            return this == EQUAL || this == NOT_EQUAL;
        }

        /** Whether it accepts what comparing gave: a negative number, zero or a positive one. */
        public boolean accepts(int compared) {
            return switch (this) {
                case EQUAL -> compared == 0;
                case NOT_EQUAL -> compared != 0;
                case LESS -> compared < 0;
                case LESS_OR_EQUAL -> compared <= 0;
                case GREATER -> compared > 0;
                case GREATER_OR_EQUAL -> compared >= 0;
            };
        }
    }
}

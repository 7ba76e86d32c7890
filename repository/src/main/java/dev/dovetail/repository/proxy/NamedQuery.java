package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.AttributePath;
import java.util.List;

/**
 * What the name of a method says.
 *
 * @param first how many results there are at the most; 0 for any number
 * @param alternatives one of them must hold, each of them with all its tests; none means all rows
 * @param order by what is sorted
 */
record NamedQuery(Action action, int first, List<List<Test>> alternatives, List<OrderItem> order) {

    enum Action {
        FIND,
        DELETE,
        COUNT,
        EXISTS
    }

    /** A condition on one attribute. */
    record Test(AttributePath path, boolean ignoreCase, boolean negated, Operator operator) {}

    record OrderItem(AttributePath path, boolean ascending) {}

    enum Operator {
        EQUAL("", 1),
        LESS_THAN_EQUAL("LessThanEqual", 1),
        LESS_THAN("LessThan", 1),
        GREATER_THAN_EQUAL("GreaterThanEqual", 1),
        GREATER_THAN("GreaterThan", 1),
        CONTAINS("Contains", 1),
        ENDS_WITH("EndsWith", 1),
        STARTS_WITH("StartsWith", 1),
        BETWEEN("Between", 2),
        LIKE("Like", 1),
        IN("In", 1),
        NULL("Null", 0),
        TRUE("True", 0),
        FALSE("False", 0);

        private final String keyword;
        private final int parameters;

        Operator(String keyword, int parameters) {
            this.keyword = keyword;
            this.parameters = parameters;
        }

        /** How it is written; empty for equality. */
        String keyword() {
            return keyword;
        }

        /** How many parameters it takes. */
        int parameters() {
            return parameters;
        }
    }
}

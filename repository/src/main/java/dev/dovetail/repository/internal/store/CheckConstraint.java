package dev.dovetail.repository.internal.store;

import java.util.List;

/**
 * A condition that each row of a table meets.
 *
 * @param name the name of the constraint
 * @param columns the names of the columns that it looks at
 * @param condition what it wants
 */
public record CheckConstraint(String name, List<String> columns, Condition condition) {

    /** Keeps a copy. */
    public CheckConstraint {
        columns = List.copyOf(columns);
    }

    /** A condition on one row. */
    @FunctionalInterface
    public interface Condition {
        /** Whether it does not say no: what is unknown because of a null passes, as in SQL. */
        boolean accepts(Row row, TextRules text);
    }
}

package dev.dovetail.repository.language;

import dev.dovetail.repository.spi.Assignment;
import dev.dovetail.repository.spi.Condition;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.SortKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query that is understood.
 *
 * @param kind what it does
 * @param counts whether it selects {@code count(this)}
 * @param selected what it computes for each row; empty means the entity
 * @param assignments what it sets
 * @param where what rows must meet; null for all rows
 * @param order by what it sorts
 * @param parameters the indexes of the arguments that it uses, the current date and time included
 */
public record QueryStatement(
        Kind kind,
        boolean counts,
        List<Expression> selected,
        List<Assignment> assignments,
        @Nullable Condition where,
        List<SortKey> order,
        Set<Integer> parameters) {

    /** What a query does. */
    public enum Kind {
        /** It reads. */
        SELECT,
        /** It changes rows. */
        UPDATE,
        /** It deletes rows. */
        DELETE
    }

    /** Keeps copies. */
    public QueryStatement {
        selected = List.copyOf(selected);
        assignments = List.copyOf(assignments);
        order = List.copyOf(order);
        parameters = Set.copyOf(parameters);
    }
}

package dev.dovetail.repository.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entities to find.
 *
 * @param restrictions all must hold; none means all entities
 * @param order by what to sort, the most important first; none means in any order
 * @param window which part of the results, or null for all
 * @param load associations to load with all results
 */
public record FindQuery(
        List<Restriction> restrictions,
        List<SortKey> order,
        @Nullable Window window,
        List<AssociationLoad> load) {

    /** Keeps copies. */
    public FindQuery {
        restrictions = List.copyOf(restrictions);
        order = List.copyOf(order);
        load = List.copyOf(load);
    }
}

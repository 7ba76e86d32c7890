package dev.dovetail.repository.spi;

import dev.dovetail.repository.LockMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entities to find.
 *
 * @param restrictions all must hold; none means all entities
 * @param order by what to sort, the most important first; none means in any order
 * @param window which part of the results, or null for all
 * @param load associations to load with all results
 * @param lock how to lock the rows of the results; null for no lock
 */
public record FindQuery(
        List<Restriction> restrictions,
        List<SortKey> order,
        @Nullable Window window,
        List<AssociationLoad> load,
        @Nullable LockMode lock) {

    /** Without a lock. */
    public FindQuery(
            List<Restriction> restrictions, List<SortKey> order, @Nullable Window window, List<AssociationLoad> load) {
        this(restrictions, order, window, load, null);
    }

    /** The same entities, in another part. */
    public FindQuery in(@Nullable Window part) {
        return new FindQuery(restrictions, order, part, load, lock);
    }

    /** Keeps copies. */
    public FindQuery {
        restrictions = List.copyOf(restrictions);
        order = List.copyOf(order);
        load = List.copyOf(load);
    }
}

package dev.dovetail.repository.internal.work;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A collection or map that raises as long as it is not loaded. */
interface GuardedCollection {

    /** Whether its elements are there. */
    boolean isLoaded();

    /** What was added before it was loaded. */
    List<Object> additions();

    /** Puts the elements in; into a map, its entries. */
    void load(Collection<?> elements);

    /** Knows whether it is loaded. */
    CollectionGuard<Object> guard();

    /** Makes it what it was: loaded with these elements or entries, or not loaded if they are null. */
    void restore(@Nullable List<Object> elements);
}

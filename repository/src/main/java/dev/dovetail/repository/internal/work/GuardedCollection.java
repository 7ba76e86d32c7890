package dev.dovetail.repository.internal.work;

import java.util.Collection;
import java.util.List;

/** A collection of entities that raises as long as it is not loaded. */
interface GuardedCollection {

    /** Whether its elements are there. */
    boolean isLoaded();

    /** What was added before it was loaded. */
    List<Object> additions();

    /** Puts the elements in. */
    void load(Collection<Object> elements);
}

package dev.dovetail.orm;

import dev.dovetail.repository.LazyPolicy;
import java.util.Objects;

/**
 * Options of {@link HibernatePersistence#of(dev.dovetail.core.Database, java.util.function.Consumer, Class[])}. Used by
 * one thread, before the persistence opens.
 */
public final class PersistenceOptions {

    private LazyPolicy lazy = LazyPolicy.RAISE;

    PersistenceOptions() {}

    /**
     * What happens when an association without {@link dev.dovetail.repository.Lazy} is used that was not loaded. Default
     * {@link LazyPolicy#RAISE}.
     */
    public PersistenceOptions lazy(LazyPolicy policy) {
        lazy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    LazyPolicy lazy() {
        return lazy;
    }
}

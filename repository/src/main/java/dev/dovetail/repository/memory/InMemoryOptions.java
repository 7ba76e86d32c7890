package dev.dovetail.repository.memory;

import dev.dovetail.repository.LazyPolicy;
import java.util.Objects;

/**
 * Options of {@link InMemoryPersistence#of(java.util.function.Consumer, Class[])}. Used by one thread, before the
 * persistence opens.
 */
public final class InMemoryOptions {

    private EngineProfile profile = EngineProfile.PORTABLE;
    private LazyPolicy lazy = LazyPolicy.RAISE;

    InMemoryOptions() {}

    /** Which engine to follow where they differ. Default {@link EngineProfile#PORTABLE}. */
    public InMemoryOptions profile(EngineProfile engine) {
        profile = Objects.requireNonNull(engine, "engine");
        return this;
    }

    /**
     * What happens when an association without {@link dev.dovetail.repository.Lazy} is used that was not loaded: what the
     * real persistence does. Default {@link LazyPolicy#RAISE}.
     */
    public InMemoryOptions lazy(LazyPolicy policy) {
        lazy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    EngineProfile profile() {
        return profile;
    }

    LazyPolicy lazy() {
        return lazy;
    }
}

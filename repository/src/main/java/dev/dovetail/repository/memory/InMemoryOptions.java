package dev.dovetail.repository.memory;

import dev.dovetail.repository.LazyPolicy;
import dev.dovetail.repository.internal.store.Sources;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Options of {@link InMemoryPersistence#of(java.util.function.Consumer, Class[])}. Used by one thread, before the
 * persistence opens.
 */
public final class InMemoryOptions {

    private EngineProfile profile = EngineProfile.PORTABLE;
    private LazyPolicy lazy = LazyPolicy.RAISE;
    private Clock clock = Sources.REAL.clock();
    private Supplier<UUID> uuids = Sources.REAL.uuids();

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

    /**
     * What tells the time: to {@code local date}, {@code local time} and {@code local datetime} of queries, to {@code
     * @CreationTimestamp} and {@code @UpdateTimestamp}, and to versions that are times. For tests that give the same each
     * time. Default this machine's, in its zone. Ids that are numbers begin with the first one in each persistence anyway.
     */
    public InMemoryOptions clock(Clock time) {
        clock = Objects.requireNonNull(time, "time");
        return this;
    }

    /**
     * What makes generated ids that are UUIDs. It is called by several threads. Default random ones.
     *
     * @param source makes another one each time
     */
    public InMemoryOptions uuids(Supplier<UUID> source) {
        uuids = Objects.requireNonNull(source, "source");
        return this;
    }

    Sources sources() {
        return new Sources(clock, uuids);
    }

    EngineProfile profile() {
        return profile;
    }

    LazyPolicy lazy() {
        return lazy;
    }
}

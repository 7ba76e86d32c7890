package dev.dovetail.orm;

import dev.dovetail.repository.LazyPolicy;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@link HibernatePersistence#of(dev.dovetail.core.Database, java.util.function.Consumer, Class[])}. Used by
 * one thread, before the persistence opens.
 */
public final class PersistenceOptions {

    private LazyPolicy lazy = LazyPolicy.RAISE;
    private boolean readOnlySnapshots = true;
    private @Nullable Clock clock;

    PersistenceOptions() {}

    /**
     * What happens when an association without {@link dev.dovetail.repository.Lazy} is used that was not loaded. Default
     * {@link LazyPolicy#RAISE}.
     */
    public PersistenceOptions lazy(LazyPolicy policy) {
        lazy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Whether a read-only unit of work keeps the loaded state of its entities, so that one that was changed raises
     * {@link dev.dovetail.core.error.ReadOnlyException} at the end. Default true. Without, a unit that reads much needs less
     * memory, ends without looking at its entities, and a change of one is lost without a word.
     */
    public PersistenceOptions readOnlySnapshots(boolean keep) {
        readOnlySnapshots = keep;
        return this;
    }

    /**
     * What tells the time: to {@code local date}, {@code local time} and {@code local datetime} of repositories' queries, to
     * {@code @CreationTimestamp} and {@code @UpdateTimestamp}, to versions that are times, and to messages of the outbox. For
     * tests that give the same each time. Default this machine's, in its zone.
     */
    public PersistenceOptions clock(Clock time) {
        clock = Objects.requireNonNull(time, "time");
        return this;
    }

    /** The one that was chosen, or null. */
    @Nullable
    Clock clock() {
        return clock;
    }

    LazyPolicy lazy() {
        return lazy;
    }

    boolean readOnlySnapshots() {
        return readOnlySnapshots;
    }
}

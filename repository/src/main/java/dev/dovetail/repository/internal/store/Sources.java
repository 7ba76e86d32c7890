package dev.dovetail.repository.internal.store;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where a store takes what is another each time, unless a test fixes it.
 *
 * @param clock tells the time
 * @param uuids makes ids that are UUIDs; called by several threads
 */
public record Sources(Clock clock, Supplier<UUID> uuids) {

    /** The time of this machine, and random ids. */
    public static final Sources REAL = new Sources(Clock.systemDefaultZone(), UUID::randomUUID);
}

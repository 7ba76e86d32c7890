package dev.dovetail.core.transaction;

import java.time.Duration;

/** Durations as nanoseconds, where those beyond 292 years are as good as for ever. */
final class Nanos {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private Nanos() {}

    static long of(Duration duration) {
        return duration.compareTo(LONGEST) >= 0 ? Long.MAX_VALUE : duration.toNanos();
    }
}

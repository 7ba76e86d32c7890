package dev.dovetail.core.transaction;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When and how often a transaction is run again after a transient failure (serialization failure, deadlock, lock
 * time-out, busy, connection lost before commit). Never after anything else. Immutable.
 *
 * <p>Between two attempts it waits a random time between zero and a limit that doubles with each attempt ("full
 * jitter"), so that transactions that collided do not collide again in step.
 *
 * @param attempts how often the work runs at the most, the first time included; at least 1
 * @param firstDelay the limit of the first wait
 * @param maxDelay no wait is longer than this
 * @param deadline no attempt begins later than this after the first one began
 * @param whenOutcomeUnknown whether a commit whose outcome is unknown is run again, too: only for work that may take
 *     place twice
 */
public record Retry(
        int attempts, Duration firstDelay, Duration maxDelay, Duration deadline, boolean whenOutcomeUnknown) {

    /** Refuses negative times and fewer than one attempt. */
    public Retry {
        if (attempts < 1) {
            throw new IllegalArgumentException("A retry needs at least 1 attempt, got " + attempts);
        }
        requireNotNegative(firstDelay, "first delay");
        requireNotNegative(maxDelay, "max delay");
        requireNotNegative(deadline, "deadline");
    }

    /** Waits of up to {@code firstDelay}, then twice that, and so on; at the most 10 s each and 60 s in all. */
    public static Retry exponential(int attempts, Duration firstDelay) {
        return new Retry(attempts, firstDelay, Duration.ofSeconds(10), Duration.ofSeconds(60), false);
    }

    /** A copy whose single waits are no longer than this. */
    public Retry maxDelay(Duration newMaxDelay) {
        return new Retry(attempts, firstDelay, newMaxDelay, deadline, whenOutcomeUnknown);
    }

    /** A copy in which no attempt begins later than this after the first one began. */
    public Retry deadline(Duration newDeadline) {
        return new Retry(attempts, firstDelay, maxDelay, newDeadline, whenOutcomeUnknown);
    }

    /** A copy that also runs again when nobody knows whether the commit took place: the work may then happen twice. */
    public Retry evenWhenOutcomeUnknown() {
        return new Retry(attempts, firstDelay, maxDelay, deadline, true);
    }

    /**
     * How long to wait before the next attempt.
     *
     * @param attempt how often the work has run
     * @param elapsed how long ago the first attempt began
     * @return null if there is no next attempt: all have been made, or it would begin after the deadline
     */
    @Nullable
    Duration waitAfter(int attempt, Duration elapsed, RandomGenerator random) {
        if (attempt >= attempts) {
            return null;
        }
        Duration wait = Duration.ofNanos(random.nextLong(limitAfter(attempt)));
        return elapsed.plus(wait).compareTo(deadline) > 0 ? null : wait;
    }

    /** One more than the longest wait in nanoseconds, which doubles with each attempt up to its limit. */
    private long limitAfter(int attempt) {
        long longest = Math.min(TimeUnit.NANOSECONDS.convert(maxDelay), Long.MAX_VALUE - 1);
        long limit = TimeUnit.NANOSECONDS.convert(firstDelay);
        for (int i = 1; i < attempt && limit < longest; i++) {
            limit = limit > longest / 2 ? longest : limit * 2;
        }
        return Math.min(limit, longest) + 1;
    }

    private static void requireNotNegative(Duration duration, String name) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("The " + name + " of a retry must not be negative, got " + duration);
        }
    }
}

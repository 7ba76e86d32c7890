package dev.dovetail.migrations.backfill;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Says when a backfill has to wait for others. Called between transactions, on the thread of the backfill. */
@FunctionalInterface
public interface Throttle {

    /** How long to wait before asking again; zero or less to go on. */
    Duration delay();

    /** Never waits. */
    static Throttle none() {
        return () -> Duration.ZERO;
    }

    /**
     * Waits while some measure is above a limit, and looks at it four times a second: the load of a server, a queue, the lag
     * of a replica of another make.
     */
    static Throttle whileAbove(double limit, DoubleSupplier measure) {
        return () -> measure.getAsDouble() > limit ? Duration.ofMillis(250) : Duration.ZERO;
    }

    /** Waits for the one and then for the other. */
    default Throttle and(Throttle other) {
        return () -> {
            Duration first = delay();
            return first.isZero() || first.isNegative() ? other.delay() : first;
        };
    }
}

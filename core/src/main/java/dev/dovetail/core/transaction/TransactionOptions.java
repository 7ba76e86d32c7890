package dev.dovetail.core.transaction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a physical transaction is begun with.
 *
 * @param readOnly whether writes are refused
 * @param isolation the level asked for, or null for the engine's default
 * @param timeout how long it may take from its begin, or null for no limit
 */
public record TransactionOptions(
        boolean readOnly,
        @Nullable Isolation isolation,
        @Nullable Duration timeout) {

    /** Read-write, the engine's isolation, no time-out. */
    public static final TransactionOptions DEFAULT = new TransactionOptions(false, null, null);

    /** Refuses a time-out that is not positive. */
    public TransactionOptions {
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new IllegalArgumentException("A transaction time-out must be positive, got " + timeout);
        }
    }
}

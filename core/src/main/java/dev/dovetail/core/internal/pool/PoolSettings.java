package dev.dovetail.core.internal.pool;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of the pools, checked by who collected them.
 *
 * @param size how many connections are kept
 * @param overflow how many more there may be for a while
 * @param idleTimeout how long one of those stays unused
 * @param socketTimeout how long an answer may take, or null for any time
 * @param prePing whether each connection is tried out before it is handed out
 * @param leakThreshold how long one may be in use before that is reported, or null for never
 * @param pooledTransactions whether a pooler shares the server's sessions among clients, transaction by transaction
 */
public record PoolSettings(
        int size,
        int overflow,
        Duration connectionTimeout,
        Duration maxLifetime,
        Duration idleTimeout,
        Duration busyTimeout,
        @Nullable Duration socketTimeout,
        boolean prePing,
        @Nullable Duration leakThreshold,
        boolean pooledTransactions) {

    int max() {
        return size + overflow;
    }
}

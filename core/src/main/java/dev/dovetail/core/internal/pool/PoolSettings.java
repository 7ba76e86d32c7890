package dev.dovetail.core.internal.pool;

import java.time.Duration;

/** The options of the pools, checked by who collected them. */
public record PoolSettings(int size, Duration connectionTimeout, Duration maxLifetime, Duration busyTimeout) {}

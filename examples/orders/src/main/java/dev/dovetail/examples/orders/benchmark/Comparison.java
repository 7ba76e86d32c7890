package dev.dovetail.examples.orders.benchmark;

import java.time.Duration;
import java.util.Locale;

/**
 * The outcome: medians of all turns.
 *
 * @param rows how many rows each turn loaded
 * @param bulk with the bulk API
 * @param copy with COPY written by hand
 */
public record Comparison(int rows, Duration bulk, Duration copy) {

    /** How many times as long the bulk API takes. */
    public double ratio() {
        return (double) bulk.toNanos() / copy.toNanos();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d rows: bulk API %.1f ms, hand-written COPY %.1f ms, ratio %.2f",
                rows,
                bulk.toNanos() / 1e6,
                copy.toNanos() / 1e6,
                ratio());
    }
}

package dev.dovetail.examples.benchmarks.work;

/** A row of {@code orders}. */
public record Order(long id, long customerId, long total, String note) {}

package dev.dovetail.examples.benchmarks.work;

/** A row of {@code customers}. */
public record Customer(long id, String email, String name, String city) {}

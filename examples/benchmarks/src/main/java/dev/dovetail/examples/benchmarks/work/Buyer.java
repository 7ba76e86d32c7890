package dev.dovetail.examples.benchmarks.work;

/** A customer and what all their orders come to. */
public record Buyer(long id, String email, long total) {}

package dev.dovetail.testing.contract.mapping;

/** Kept as a number of cents, wherever it stands. */
record Money(long cents) {}

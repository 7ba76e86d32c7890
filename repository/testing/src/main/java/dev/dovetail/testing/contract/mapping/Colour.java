package dev.dovetail.testing.contract.mapping;

/** Kept as text. */
record Colour(int red, int green, int blue) {}

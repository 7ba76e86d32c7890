package dev.dovetail.orm.fuzz.madeup;

/** A value of made-up entities that is converted to a number. */
public record Weight(int grams) {}

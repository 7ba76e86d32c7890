package dev.dovetail.orm.fuzz.madeup;

/** A constant of made-up entities; the order of its names is not that of its places. */
public enum Colour {
    /** First. */
    RED,
    /** Second. */
    GREEN,
    /** Third. */
    BLUE
}

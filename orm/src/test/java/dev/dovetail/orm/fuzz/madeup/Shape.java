package dev.dovetail.orm.fuzz.madeup;

/** What an attribute holds of its type. */
enum Shape {
    /** One. */
    SINGLE,
    /** A list whose order nobody keeps. */
    BAG,
    /** A list with a column for its order. */
    LIST,
    /** A set. */
    SET,
    /** A map, by a key of its own column or, of inverse ones, by the serial. */
    MAP
}

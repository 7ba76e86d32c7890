package dev.dovetail.orm.fuzz.madeup;

/** Where the id of a made-up entity comes from. */
enum Key {
    /** The database counts. */
    IDENTITY,
    /** A sequence counts. */
    SEQUENCE,
    /** Made at random. */
    UUID,
    /** A text that the program sets. */
    TEXT,
    /** A number that the program sets. */
    NUMBER,
    /** An embedded record of a text and a number. */
    EMBEDDED,
    /** Two attributes and an id class. */
    CLASS,
    /** A reference and a number, and an id class. */
    REFERENCE,
    /** That of another entity. */
    MAPPED;

    boolean isGenerated() {
        return this == IDENTITY || this == SEQUENCE || this == UUID;
    }

    /** Whether it is one attribute called "id". */
    boolean isSimple() {
        return this != CLASS && this != REFERENCE;
    }
}

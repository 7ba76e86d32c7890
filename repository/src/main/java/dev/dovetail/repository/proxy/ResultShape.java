package dev.dovetail.repository.proxy;

/** What a find method returns. */
enum ResultShape {
    /** Exactly one entity. */
    ONE,
    /** One entity or none. */
    OPTIONAL,
    LIST,
    STREAM,
    ARRAY,
    PAGE;

    boolean single() {
        return this == ONE || this == OPTIONAL;
    }
}

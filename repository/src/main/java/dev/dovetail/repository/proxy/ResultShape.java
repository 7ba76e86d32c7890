package dev.dovetail.repository.proxy;

/** In what a method that finds returns its results. */
enum ResultShape {
    /** Exactly one. */
    ONE,
    /** One or none. */
    OPTIONAL,
    LIST,
    SET,
    STREAM,
    ARRAY,
    PAGE,
    CURSORED_PAGE;

    boolean single() {
        return this == ONE || this == OPTIONAL;
    }

    boolean isPage() {
        return this == PAGE || this == CURSORED_PAGE;
    }
}

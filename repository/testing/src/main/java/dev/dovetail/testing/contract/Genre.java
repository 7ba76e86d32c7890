package dev.dovetail.testing.contract;

/** What kind of book; kept by name, so not sorted in this order. */
public enum Genre {
    /** Novels. */
    NOVEL,
    /** Everything that is true. */
    ESSAY,
    /** Verses. */
    POETRY
}

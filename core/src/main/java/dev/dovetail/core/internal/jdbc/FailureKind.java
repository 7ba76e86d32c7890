package dev.dovetail.core.internal.jdbc;

/** What a driver's exception means, whatever the engine calls it. */
enum FailureKind {
    DUPLICATE_KEY,
    MISSING_PARENT,
    CHILD_EXISTS,
    /** A foreign key, but which way is not known. */
    FOREIGN_KEY,
    NULL_VALUE,
    VALUE_TOO_LONG,
    CHECK_FAILED,
    TRANSIENT_CONFLICT,
    READ_ONLY,
    TIMED_OUT,
    CONNECTION_LOST,
    STORAGE_FULL,
    DAMAGED,
    /** A statement that does not fit the schema or the dialect. */
    BAD_STATEMENT,
    NOT_PERMITTED,
    /** Nothing more is known. */
    OTHER;

    boolean isConstraint() {
        return compareTo(CHECK_FAILED) <= 0;
    }
}

package dev.dovetail.core.internal.jdbc;

/** What a driver's exception means, whatever the engine calls it. */
enum FailureKind {
    DUPLICATE_KEY,
    MISSING_PARENT,
    CHILD_EXISTS,
    NULL_VALUE,
    VALUE_TOO_LONG,
    CHECK_FAILED,
    TRANSIENT_CONFLICT,
    READ_ONLY,
    TIMED_OUT,
    CONNECTION_LOST,
    OTHER
}

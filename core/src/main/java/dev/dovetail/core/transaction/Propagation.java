package dev.dovetail.core.transaction;

/** What a block does about a transaction that is already running on its thread. */
enum Propagation {
    /** Becomes part of it. */
    JOIN,
    /** Becomes a savepoint in it. */
    NESTED,
    /** Lets it wait. */
    NEW
}

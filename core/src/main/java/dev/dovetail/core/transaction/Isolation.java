package dev.dovetail.core.transaction;

/**
 * How much a transaction may see of others, weakest first, with the meanings of the SQL standard. An engine may give
 * more than was asked: SQLite is always serializable, PostgreSQL treats read uncommitted as read committed.
 */
public enum Isolation {
    /** May see what others have not committed yet. */
    READ_UNCOMMITTED,
    /** Each statement sees what was committed before it began. */
    READ_COMMITTED,
    /** The whole transaction sees one state. */
    REPEATABLE_READ,
    /** As if transactions ran one after the other; a conflict makes one of them fail and is worth a retry. */
    SERIALIZABLE
}

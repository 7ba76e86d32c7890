package dev.dovetail.migrations.result;

/** How a revision stands in a database. */
public enum RevisionState {
    /** Its script ran. */
    APPLIED,
    /** Its script ran, and was changed since. */
    EDITED,
    /** Its script ran, and is not here. */
    MISSING,
    /** Its script failed half-way. */
    FAILED,
    /** Its script did not run. */
    PENDING
}

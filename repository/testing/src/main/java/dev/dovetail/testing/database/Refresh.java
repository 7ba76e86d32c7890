package dev.dovetail.testing.database;

/** What becomes of the database between two tests of a class. */
public enum Refresh {
    /**
     * It is brought back to where it was when the class began, as {@link dev.dovetail.databases.Checkpoint#restore()} says.
     * The quick way.
     */
    RESTORE,
    /** It is dropped, and the next test has one of its own. Slower, but whatever a test did to tables is gone, too. */
    RECREATE,
    /** Nothing: later tests see what earlier ones left. */
    KEEP
}

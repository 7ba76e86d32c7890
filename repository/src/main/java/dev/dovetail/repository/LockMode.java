package dev.dovetail.repository;

/** What {@link Lock} does about rows that another transaction has locked. */
public enum LockMode {
    /**
     * It waits for them, as long as the engine is set to. The fake waits for up to 30 seconds, and not at all where the other
     * transaction waits for this one or belongs to the same thread.
     */
    WAIT,
    /** It fails at once. */
    NO_WAIT,
    /** It leaves them out. */
    SKIP_LOCKED
}

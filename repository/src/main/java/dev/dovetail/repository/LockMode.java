package dev.dovetail.repository;

/** What {@link Lock} does about rows that another transaction has locked. */
public enum LockMode {
    /**
     * It waits for them, as long as the engine is set to. The fake fails at once instead, because who holds the lock may be
     * waiting for the same thread.
     */
    WAIT,
    /** It fails at once. */
    NO_WAIT,
    /** It leaves them out. */
    SKIP_LOCKED
}

package dev.dovetail.testing.internal;

import dev.dovetail.core.Database;
import dev.dovetail.core.engine.PoolStatus;

/** Finds connections that a test did not give back. Not thread-safe. */
public final class PoolCheck {

    private int known;

    /** Those in use before a test are not its own. */
    public void beforeTest(Database db) {
        known = db.pool().active();
    }

    /**
     * After a test.
     *
     * @throws AssertionError if more are in use than before
     */
    public void afterTest(Database db, String test) {
        PoolStatus pool = db.pool();
        if (pool.active() > known) {
            throw new AssertionError(test + " left " + (pool.active() - known) + " of " + pool.max()
                    + " connections in use: something that it opened was not closed");
        }
    }
}

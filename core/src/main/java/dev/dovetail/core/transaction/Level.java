package dev.dovetail.core.transaction;

import org.jspecify.annotations.Nullable;

/** A transaction, or a savepoint in it: its hooks, and what doomed it. */
final class Level {

    private final Hooks hooks = new Hooks();
    private @Nullable Throwable doomedBy;

    Hooks hooks() {
        return hooks;
    }

    /** The first failure counts. */
    void doom(Throwable failure) {
        if (doomedBy == null) {
            doomedBy = failure;
        }
    }

    @Nullable
    Throwable doomedBy() {
        return doomedBy;
    }

    void requireNotDoomed() {
        if (doomedBy != null) {
            throw TransactionErrors.doomed(doomedBy);
        }
    }

    /** A level in this one that was left open ends with it. */
    void absorbAbandoned(Level inner) {
        hooks.absorb(inner.hooks);
        if (inner.doomedBy != null) {
            doom(inner.doomedBy);
        }
    }
}

package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The database gave up this transaction in favour of another one (serialization failure, deadlock, lock time-out, busy). Running the whole transaction again may work.
 */
public class TransientConflictException extends DovetailException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public TransientConflictException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The database refused a statement for a reason that has no more exact exception; the cause is the driver's.
 */
public class StatementFailedException extends DovetailException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public StatementFailedException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

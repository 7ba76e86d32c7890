package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A block ended normally, but something in its transaction had failed before; everything was rolled back. The cause is that first failure.
 */
public class TransactionDoomedException extends TransactionException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public TransactionDoomedException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

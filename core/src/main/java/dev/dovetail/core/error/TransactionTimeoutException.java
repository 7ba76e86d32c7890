package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** The transaction did not finish within its time-out and was rolled back. */
public class TransactionTimeoutException extends TransactionException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public TransactionTimeoutException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

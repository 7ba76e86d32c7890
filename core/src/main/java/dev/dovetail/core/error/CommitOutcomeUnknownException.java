package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The connection broke during commit: the transaction may or may not have taken place. Never retried unless asked.
 */
public class CommitOutcomeUnknownException extends TransactionException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public CommitOutcomeUnknownException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

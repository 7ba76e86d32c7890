package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** A transaction was about to send the same statement more often than allowed. It was not sent; no data is in doubt. */
public class RepeatedStatementException extends DovetailException implements LeavesTransactionIntact {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public RepeatedStatementException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

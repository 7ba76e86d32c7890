package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** The thread was interrupted while it waited for a connection or its turn; it stays interrupted. Never retried. */
public class InterruptedWaitException extends TransactionException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public InterruptedWaitException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

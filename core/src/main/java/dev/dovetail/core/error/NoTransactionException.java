package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** The call works on the transaction of its thread, and there is none. */
public class NoTransactionException extends TransactionException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public NoTransactionException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

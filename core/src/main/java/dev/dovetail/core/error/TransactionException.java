package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** A transaction cannot be begun, joined or ended as asked. */
public class TransactionException extends DovetailException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public TransactionException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** An option asks for what the transaction that is already running cannot give. Nothing was done. */
public class ConflictingOptionException extends TransactionException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public ConflictingOptionException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

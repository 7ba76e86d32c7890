package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** A write where only reads are allowed. Nothing was written. */
public class ReadOnlyException extends TransactionException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public ReadOnlyException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

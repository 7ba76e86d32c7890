package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** The transaction IS committed, but a hook that ran afterwards failed. Never retried. */
public class AfterCommitHookException extends TransactionException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public AfterCommitHookException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

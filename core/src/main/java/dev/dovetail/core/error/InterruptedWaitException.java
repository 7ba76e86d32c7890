package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** The thread was interrupted while it waited for a connection or its turn; it stays interrupted. Never retried. */
public class InterruptedWaitException extends TransactionException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public InterruptedWaitException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }

    /**
     * One that says what the thread waited for, and marks it as interrupted again.
     *
     * @param what follows "while it waited for"
     */
    public static InterruptedWaitException of(String what, Throwable interruption) {
        Thread.currentThread().interrupt();
        return new InterruptedWaitException(
                new Explanation(
                        CoreError.INTERRUPTED,
                        "Thread '" + Thread.currentThread().getName() + "' was interrupted while it waited for " + what
                                + ". Nothing was done.",
                        "its executor is being shut down, or its task was cancelled",
                        "let the work end; do not run it again on a thread that should stop"),
                interruption);
    }
}

package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** A database URL or an option beside it cannot be used. Its message never shows the password. */
public class DatabaseUrlException extends DovetailException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public DatabaseUrlException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

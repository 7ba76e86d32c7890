package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** The engine cannot do what was asked for, and nothing that would look like it was done instead. */
public class UnsupportedOnEngineException extends DovetailException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public UnsupportedOnEngineException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

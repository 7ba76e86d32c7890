package dev.dovetail.migrations.error;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.Explanation;
import org.jspecify.annotations.Nullable;

/** Migrations cannot go on; {@link #code()} says why. */
public class MigrationException extends DovetailException {

    private static final long serialVersionUID = 1L;

    /** With what happened. */
    public MigrationException(Explanation explanation) {
        this(explanation, null);
    }

    /** With what happened, and the failure beneath it if there is one. */
    public MigrationException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

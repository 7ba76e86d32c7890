package dev.dovetail.core.error;

import jakarta.data.exceptions.DataConnectionException;
import org.jspecify.annotations.Nullable;

/** The database cannot be reached, does not let us in, has no free connection, or the connection broke. */
public class DatabaseUnavailableException extends DataConnectionException implements Coded {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** With what happened, and the failure beneath it if there is one. */
    public DatabaseUnavailableException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation.message(), cause);
        this.code = explanation.code();
    }

    @Override
    public ErrorCode code() {
        return code;
    }
}

package dev.dovetail.core.error;

import jakarta.data.exceptions.DataException;
import org.jspecify.annotations.Nullable;

/** What Dovetail throws where Jakarta Data has no more exact exception for the case. */
public class DovetailException extends DataException implements Coded {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** With what happened, and the failure beneath it if there is one. */
    public DovetailException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation.message(), cause);
        this.code = explanation.code();
    }

    @Override
    public ErrorCode code() {
        return code;
    }
}

package dev.dovetail.core.query;

import dev.dovetail.core.error.Coded;
import dev.dovetail.core.error.ErrorCode;
import dev.dovetail.core.error.Explanation;
import jakarta.data.exceptions.EmptyResultException;

/** One row was asked for and there is none. A transaction can go on. */
public class NoRowException extends EmptyResultException implements Coded {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** With what happened. */
    public NoRowException(Explanation explanation) {
        super(explanation.message());
        this.code = explanation.code();
    }

    @Override
    public ErrorCode code() {
        return code;
    }
}

package dev.dovetail.repository;

import dev.dovetail.core.error.Coded;
import dev.dovetail.core.error.ErrorCode;
import dev.dovetail.core.error.Explanation;
import jakarta.data.exceptions.EmptyResultException;

/** Exactly one entity was asked for, and there is none. Nothing happened to the transaction; only if
 * a write or merge says it, it will be rolled back. */
public class NoResultException extends EmptyResultException implements Coded {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** With what was asked for. */
    public NoResultException(Explanation explanation) {
        super(explanation.message());
        this.code = explanation.code();
    }

    @Override
    public ErrorCode code() {
        return code;
    }
}

package dev.dovetail.repository;

import dev.dovetail.core.error.Coded;
import dev.dovetail.core.error.ErrorCode;
import dev.dovetail.core.error.Explanation;
import jakarta.data.exceptions.NonUniqueResultException;

/** One entity was asked for, and there are more. Nothing happened to the transaction. */
public class NotUniqueException extends NonUniqueResultException implements Coded {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** With what was asked for. */
    public NotUniqueException(Explanation explanation) {
        super(explanation.message());
        this.code = explanation.code();
    }

    @Override
    public ErrorCode code() {
        return code;
    }
}

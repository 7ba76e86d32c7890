package dev.dovetail.core.error;

import jakarta.data.exceptions.EntityExistsException;
import org.jspecify.annotations.Nullable;

/** A primary key or a unique key has this value already. */
public class DuplicateKeyException extends EntityExistsException implements ConstraintViolation {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final ConstraintDetails details;

    /** With what happened, the constraint, and the driver's exception if there is one. */
    public DuplicateKeyException(Explanation explanation, ConstraintDetails details, @Nullable Throwable cause) {
        super(explanation.message(), cause);
        this.code = explanation.code();
        this.details = details;
    }

    @Override
    public ErrorCode code() {
        return code;
    }

    @Override
    public ConstraintDetails details() {
        return details;
    }
}

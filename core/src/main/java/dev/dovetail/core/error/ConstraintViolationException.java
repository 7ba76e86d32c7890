package dev.dovetail.core.error;

import jakarta.data.exceptions.DataException;
import org.jspecify.annotations.Nullable;

/** A constraint other than a key was broken; the subclasses say which kind. */
public class ConstraintViolationException extends DataException implements ConstraintViolation {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final ConstraintDetails details;

    /** With what happened, the constraint, and the driver's exception if there is one. */
    public ConstraintViolationException(Explanation explanation, ConstraintDetails details, @Nullable Throwable cause) {
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

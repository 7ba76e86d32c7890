package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** Null in a column that must not be null. */
public class NullValueException extends ConstraintViolationException {

    private static final long serialVersionUID = 1L;

    /** With what happened, the constraint, and the driver's exception if there is one. */
    public NullValueException(Explanation explanation, ConstraintDetails details, @Nullable Throwable cause) {
        super(explanation, details, cause);
    }
}

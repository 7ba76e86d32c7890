package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** A value is longer than its column. */
public class ValueTooLongException extends ConstraintViolationException {

    private static final long serialVersionUID = 1L;

    /** With what happened, the constraint, and the driver's exception if there is one. */
    public ValueTooLongException(Explanation explanation, ConstraintDetails details, @Nullable Throwable cause) {
        super(explanation, details, cause);
    }
}

package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** A CHECK constraint refused the row. */
public class CheckFailedException extends ConstraintViolationException {

    private static final long serialVersionUID = 1L;

    /** With what happened, the constraint, and the driver's exception if there is one. */
    public CheckFailedException(Explanation explanation, ConstraintDetails details, @Nullable Throwable cause) {
        super(explanation, details, cause);
    }
}

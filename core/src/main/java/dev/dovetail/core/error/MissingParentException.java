package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** The row that a foreign key points to does not exist. */
public class MissingParentException extends ForeignKeyException {

    private static final long serialVersionUID = 1L;

    /** With what happened, the constraint, and the driver's exception if there is one. */
    public MissingParentException(Explanation explanation, ConstraintDetails details, @Nullable Throwable cause) {
        super(explanation, details, cause);
    }
}

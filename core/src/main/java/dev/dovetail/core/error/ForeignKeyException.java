package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A foreign key was broken: {@link MissingParentException} or {@link ChildExistsException}, or this one where it is
 * not known which.
 */
public class ForeignKeyException extends ConstraintViolationException {

    private static final long serialVersionUID = 1L;

    /** With what happened, the constraint, and the driver's exception if there is one. */
    public ForeignKeyException(Explanation explanation, ConstraintDetails details, @Nullable Throwable cause) {
        super(explanation, details, cause);
    }
}

package dev.dovetail.core.error;

import org.jspecify.annotations.Nullable;

/** Other rows still point to the row that should be deleted or change its key. */
public class ChildExistsException extends ForeignKeyException {

    private static final long serialVersionUID = 1L;

    /** With what happened, the constraint, and the driver's exception if there is one. */
    public ChildExistsException(Explanation explanation, ConstraintDetails details, @Nullable Throwable cause) {
        super(explanation, details, cause);
    }
}

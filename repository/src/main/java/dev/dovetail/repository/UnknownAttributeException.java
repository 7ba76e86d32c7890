package dev.dovetail.repository;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.LeavesTransactionIntact;

/** A sort names an attribute that the entity does not have or that cannot be sorted by. Nothing was read. */
public class UnknownAttributeException extends DovetailException implements LeavesTransactionIntact {

    private static final long serialVersionUID = 1L;

    /** With what was asked for. */
    public UnknownAttributeException(Explanation explanation) {
        super(explanation, null);
    }
}

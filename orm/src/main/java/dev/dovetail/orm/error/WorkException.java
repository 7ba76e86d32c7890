package dev.dovetail.orm.error;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.LeavesTransactionIntact;

/** The unit of work was asked for something that it cannot do. Nothing was read or written. */
public class WorkException extends DovetailException implements LeavesTransactionIntact {

    private static final long serialVersionUID = 1L;

    /** With what was asked for. */
    public WorkException(Explanation explanation) {
        super(explanation, null);
    }
}

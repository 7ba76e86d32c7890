package dev.dovetail.core.query;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.LeavesTransactionIntact;
import org.jspecify.annotations.Nullable;

/** A compiled query is used in a way that it cannot be. Nothing was sent; a transaction can go on. */
public class QueryException extends DovetailException implements LeavesTransactionIntact {

    private static final long serialVersionUID = 1L;

    /** With what is wrong, and the failure beneath it if there is one. */
    public QueryException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}

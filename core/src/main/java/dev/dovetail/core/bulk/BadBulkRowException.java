package dev.dovetail.core.bulk;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.Explanation;
import org.jspecify.annotations.Nullable;

/** A row given to a bulk operation cannot be used. Nothing of the operation takes effect. */
public class BadBulkRowException extends DovetailException {

    private static final long serialVersionUID = 1L;

    private final long rowIndex;

    /** With what is wrong and the index of the row, the first being 0. */
    public BadBulkRowException(Explanation explanation, long rowIndex, @Nullable Throwable cause) {
        super(explanation, cause);
        this.rowIndex = rowIndex;
    }

    /** Which row, the first being 0. */
    public long rowIndex() {
        return rowIndex;
    }
}

package dev.dovetail.core.bulk;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.internal.bulk.RowRefusedException;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A row given to a bulk operation cannot be used. Nothing of the operation takes effect, or nothing of its part if it
 * commits in parts.
 */
public class BadBulkRowException extends DovetailException {

    private static final long serialVersionUID = 1L;

    private final long rowIndex;

    /** With what is wrong and the index of the row, the first being 0. */
    public BadBulkRowException(Explanation explanation, long rowIndex, @Nullable Throwable cause) {
        super(explanation, cause);
        this.rowIndex = rowIndex;
    }

    static BadBulkRowException of(
            Table<?> table,
            String row,
            String what,
            String cause,
            String fix,
            long rowIndex,
            @Nullable Throwable failure) {
        return new BadBulkRowException(
                new Explanation(
                        CoreError.BAD_BULK_ROW,
                        row + " of the bulk operation on " + table.getName() + " " + what
                                + ". Nothing of the operation takes effect.",
                        cause,
                        fix),
                rowIndex,
                failure);
    }

    static BadBulkRowException of(Table<?> table, RowRefusedException refused) {
        String row = refused.row().describe();
        return of(
                table,
                "R" + row.substring(1),
                String.valueOf(refused.getMessage()),
                "the value does not fit the type of its column",
                refused.fix(),
                refused.row().index(),
                refused.getCause());
    }

    /** Which row, the first being 0. */
    public long rowIndex() {
        return rowIndex;
    }
}

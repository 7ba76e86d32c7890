package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.error.RefusedRow;
import org.jspecify.annotations.Nullable;

/** A row that cannot be written, for another reason than a constraint. The message says what is wrong with it. */
public final class RowRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RefusedRow row;
    private final String fix;

    RowRefusedException(RefusedRow row, String what, String fix, @Nullable Throwable cause) {
        super(what, cause);
        this.row = row;
        this.fix = fix;
    }

    /** Which row. */
    public RefusedRow row() {
        return row;
    }

    /** What to do about it. */
    public String fix() {
        return fix;
    }
}

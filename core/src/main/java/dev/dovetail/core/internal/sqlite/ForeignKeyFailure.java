package dev.dovetail.core.internal.sqlite;

import dev.dovetail.core.error.ConstraintDetails;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The driver's exception for a broken foreign key, with what was found out about it. */
public final class ForeignKeyFailure extends SQLiteException {

    private static final long serialVersionUID = 1L;

    /** Which side of it was broken. */
    public enum Side {
        /** A row points to none. */
        CHILD,
        /** Rows point to one that was to go, or to change. */
        PARENT,
        /** The table points to itself, or it was found at commit. */
        UNKNOWN
    }

    private final ConstraintDetails details;
    private final Side side;

    ForeignKeyFailure(Throwable original, ConstraintDetails details, Side side) {
        super(original.getMessage(), SQLiteErrorCode.SQLITE_CONSTRAINT_FOREIGNKEY);
        initCause(original);
        this.details = details;
        this.side = side;
    }

    /** Name, table of the child, and its columns. */
    public ConstraintDetails details() {
        return details;
    }

    /** Which side was broken. */
    public Side side() {
        return side;
    }
}

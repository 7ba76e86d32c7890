package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.error.RefusedRow;
import java.sql.SQLException;

/** The driver's exception for a statement of many rows, with the row that it was found to be about. */
public final class RefusedRowFailure extends SQLException {

    private static final long serialVersionUID = 1L;

    private final SQLException original;
    private final RefusedRow row;

    /** Keeps state and code of the driver's exception. */
    public RefusedRowFailure(SQLException original, RefusedRow row) {
        super(original.getMessage(), original.getSQLState(), original.getErrorCode(), original);
        this.original = original;
        this.row = row;
    }

    SQLException original() {
        return original;
    }

    /** Which row. */
    public RefusedRow row() {
        return row;
    }
}

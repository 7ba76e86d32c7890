package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.RefusedRow;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The driver's exception for a statement of many rows, with the row that it was found to be about. */
public final class RefusedRowFailure extends SQLException {

    private static final long serialVersionUID = 1L;

    private final SQLException original;
    private final RefusedRow row;
    private final @Nullable ConstraintDetails broken;

    /**
     * Keeps state and code of the driver's exception.
     *
     * @param broken the constraint, where it was found out without the engine; else null
     */
    public RefusedRowFailure(SQLException original, RefusedRow row, @Nullable ConstraintDetails broken) {
        super(original.getMessage(), original.getSQLState(), original.getErrorCode(), original);
        this.original = original;
        this.row = row;
        this.broken = broken;
    }

    /** The constraint with the row, as far as either is known. */
    ConstraintDetails details(ConstraintDetails understood) {
        ConstraintDetails known = broken == null ? understood : broken;
        Map<String, String> values = new LinkedHashMap<>(row.key());
        values.keySet().retainAll(known.columns());
        return known.with(values).by(row);
    }

    SQLException original() {
        return original;
    }

    /** Which row. */
    public RefusedRow row() {
        return row;
    }
}

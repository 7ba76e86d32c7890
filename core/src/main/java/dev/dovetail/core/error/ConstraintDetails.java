package dev.dovetail.core.error;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which constraint was broken, as far as it is known.
 *
 * @param constraint its name in the database, or null if the engine does not say
 * @param table the table of the refused row, or null if unknown
 * @param columns the columns of the constraint, in its order; empty if unknown
 * @param row the row of a bulk operation that broke it; null elsewhere, or if it could not be found out
 */
public record ConstraintDetails(
        @Nullable String constraint,
        @Nullable String table,
        List<String> columns,
        @Nullable RefusedRow row) implements Serializable {

    /** When nothing but the kind of constraint is known. */
    public static final ConstraintDetails UNKNOWN = new ConstraintDetails(null, null, List.of());

    /** Keeps a copy of the columns. */
    public ConstraintDetails {
        columns = List.copyOf(columns);
    }

    /** Without a row of a bulk operation. */
    public ConstraintDetails(@Nullable String constraint, @Nullable String table, List<String> columns) {
        this(constraint, table, columns, null);
    }

    /** The same, broken by this row. */
    public ConstraintDetails by(RefusedRow newRow) {
        return new ConstraintDetails(constraint, table, columns, newRow);
    }

    /** For a message: {@code uq_users_email on users (email)}, or what of it is known. */
    public String describe() {
        String where = (table == null ? "" : " on " + table)
                + (columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")");
        return (constraint == null
                        ? "a constraint" + (where.isEmpty() ? " (the engine does not say which)" : "")
                        : constraint)
                + where
                + (row == null ? "" : ": " + row.describe() + " of the bulk operation");
    }
}

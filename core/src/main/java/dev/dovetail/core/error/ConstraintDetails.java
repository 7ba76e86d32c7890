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
 */
public record ConstraintDetails(
        @Nullable String constraint, @Nullable String table, List<String> columns) implements Serializable {

    /** When nothing but the kind of constraint is known. */
    public static final ConstraintDetails UNKNOWN = new ConstraintDetails(null, null, List.of());

    /** Keeps a copy of the columns. */
    public ConstraintDetails {
        columns = List.copyOf(columns);
    }

    /** For a message: {@code uq_users_email on users (email)}, or what of it is known. */
    public String describe() {
        String where = (table == null ? "" : " on " + table)
                + (columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")");
        return (constraint == null
                        ? "a constraint" + (where.isEmpty() ? " (the engine does not say which)" : "")
                        : constraint)
                + where;
    }
}

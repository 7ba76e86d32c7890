package dev.dovetail.core.error;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which constraint was broken, and by which value, as far as it is known. What an engine does not say is looked up in its
 * catalog and in what was bound to the statement, so that every engine gives the same:
 *
 * <table>
 * <caption>What is known</caption>
 * <tr><th>broken</th><th>constraint</th><th>table</th><th>columns</th><th>values</th></tr>
 * <tr><td>key</td><td>its name</td><td>of the refused row</td><td>of the key</td><td>that are there already</td></tr>
 * <tr><td>missing parent</td><td>the foreign key</td><td>of the child</td><td>of the foreign key</td><td>that point to
 * nothing</td></tr>
 * <tr><td>child still there</td><td>the foreign key</td><td>of the child</td><td>of the foreign key</td><td>that the
 * children have</td></tr>
 * <tr><td>null</td><td>null</td><td>of the refused row</td><td>the one</td><td>{@code null}</td></tr>
 * <tr><td>length</td><td>null, or the name of the CHECK that keeps the length</td><td>of the refused row</td><td>the
 * one</td><td>the one that is too long</td></tr>
 * <tr><td>check</td><td>its name</td><td>of the refused row</td><td>that it compares</td><td>of them</td></tr>
 * </table>
 *
 * <p>MariaDB and MySQL call every primary key {@code PRIMARY}. Values are only known where they were bound to a parameter
 * or the engine tells them.
 *
 * @param constraint its name in the database, or null if it has none or that is not known
 * @param table the table, or null if unknown
 * @param columns the columns of the constraint, in its order; empty if unknown
 * @param values what was refused, as text, by column, long ones cut; without what is unknown or {@code secret}: columns
 *     that were marked so, and values that the option {@code secretValues} tells
 * @param row the row of a bulk operation that broke it; null elsewhere, or if it could not be found out
 */
public record ConstraintDetails(
        @Nullable String constraint,
        @Nullable String table,
        List<String> columns,
        Map<String, String> values,
        @Nullable RefusedRow row)
        implements Serializable {

    /** When nothing but the kind of constraint is known. */
    public static final ConstraintDetails UNKNOWN = new ConstraintDetails(null, null, List.of());

    /** Keeps copies. */
    public ConstraintDetails {
        columns = List.copyOf(columns);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Without values. */
    public ConstraintDetails(@Nullable String constraint, @Nullable String table, List<String> columns) {
        this(constraint, table, columns, Map.of(), null);
    }

    /** The same, broken by these values. */
    public ConstraintDetails with(Map<String, String> newValues) {
        return new ConstraintDetails(constraint, table, columns, newValues, row);
    }

    /** The same, broken by this row. */
    public ConstraintDetails by(RefusedRow newRow) {
        return new ConstraintDetails(constraint, table, columns, values, newRow);
    }

    /** For a message: {@code uq_users_email on users (email)}, or what of it is known. It never shows values. */
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

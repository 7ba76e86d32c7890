package dev.dovetail.migrations.diff;

import org.jspecify.annotations.Nullable;

/**
 * A table or a column that has another name. Immutable.
 *
 * @param table the table: for a column, the name that it has after its own renaming
 * @param column the new name of the column, or null if the table itself is renamed
 * @param from the old name, of the column or the table
 */
public record Rename(String table, @Nullable String column, String from) {

    /** A table that was called otherwise. */
    public static Rename ofTable(String from, String to) {
        return new Rename(to, null, from);
    }

    /** A column that was called otherwise, in a table under its new name. */
    public static Rename ofColumn(String table, String from, String to) {
        return new Rename(table, to, from);
    }

    /** What takes it back. */
    public Rename reversed() {
        return column == null ? ofTable(table, from) : ofColumn(table, column, from);
    }

    /** One line for people. */
    public String describe() {
        return column == null
                ? "renamed table " + from + " to " + table
                : "renamed column " + table + "." + from + " to " + table + "." + column;
    }
}

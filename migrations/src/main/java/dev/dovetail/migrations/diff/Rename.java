package dev.dovetail.migrations.diff;

import org.jspecify.annotations.Nullable;

/**
 * A table, a column or a sequence that has another name. Immutable.
 *
 * @param kind what is renamed
 * @param table the table, for a column by the name that it has after its own renaming; or the sequence
 * @param column the new name of the column, otherwise null
 * @param from the old name, of the column, the table or the sequence
 */
public record Rename(Kind kind, String table, @Nullable String column, String from) {

    /** What can be renamed. */
    public enum Kind {
        /** A table. */
        TABLE,
        /** A column. */
        COLUMN,
        /** A sequence, which goes with its table. */
        SEQUENCE
    }

    /** A table that was called otherwise. */
    public static Rename ofTable(String from, String to) {
        return new Rename(Kind.TABLE, to, null, from);
    }

    /** A column that was called otherwise, in a table under its new name. */
    public static Rename ofColumn(String table, String from, String to) {
        return new Rename(Kind.COLUMN, table, to, from);
    }

    /** A sequence that was called otherwise. */
    public static Rename ofSequence(String from, String to) {
        return new Rename(Kind.SEQUENCE, to, null, from);
    }

    /** Whether a table is renamed. */
    public boolean isTable() {
        return kind == Kind.TABLE;
    }

    /** What takes it back. */
    public Rename reversed() {
        return column == null ? new Rename(kind, from, null, table) : ofColumn(table, column, from);
    }

    /** One line for people. */
    public String describe() {
        return switch (kind) {
            case TABLE -> "renamed table " + from + " to " + table;
            case SEQUENCE -> "renamed sequence " + from + " to " + table;
            case COLUMN -> "renamed column " + table + "." + from + " to " + table + "." + column;
        };
    }
}

package dev.dovetail.repository.internal.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns that hold the id of a row in another table, or null.
 *
 * @param name the name of the constraint, or null if the mapping gives none
 * @param columns the columns of the id
 * @param target the name of the other table
 * @param enforced whether a database keeps it, or else it is no more than a value
 * @param rows of which rows it speaks; null for all
 * @param onDelete what happens to rows that point to a deleted one
 */
public record ForeignKey(
        @Nullable String name,
        KeyColumns columns,
        String target,
        boolean enforced,
        @Nullable Partition rows,
        OnDelete onDelete) {

    /** What happens to rows that point to a deleted one. */
    public enum OnDelete {
        /** Nothing: it cannot be deleted. */
        NOTHING,
        /** They are deleted, too. */
        CASCADE,
        /** They point to nothing. */
        SET_NULL
    }

    /** Of all rows, and enforced. */
    public ForeignKey(@Nullable String name, List<Integer> slots, String target) {
        this(name, new KeyColumns(slots), target, true, null, OnDelete.NOTHING);
    }

    /** The id in a row to which the key must lead; null if there is none. */
    @Nullable
    Object checked(Row row) {
        return enforced && (rows == null || rows.contains(row)) ? columns.of(row) : null;
    }
}

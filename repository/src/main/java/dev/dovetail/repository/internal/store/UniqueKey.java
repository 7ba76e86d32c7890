package dev.dovetail.repository.internal.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose values together occur once. Rows with a null among them do not count.
 *
 * @param name the name of the constraint, or null if the mapping gives none
 * @param columns the columns
 * @param rows which rows count; null for all
 */
public record UniqueKey(
        @Nullable String name, KeyColumns columns, @Nullable Partition rows) {

    /** Of all rows. */
    public UniqueKey(@Nullable String name, List<Integer> slots) {
        this(name, new KeyColumns(slots), null);
    }

    /** The positions of the columns in a row. */
    public List<Integer> slots() {
        return columns.slots();
    }

    /** What stands for the values of a row in an index; null if they do not count. */
    @Nullable
    Object keyOf(Row row, TextRules rules) {
        if (rows != null && !rows.contains(row)) {
            return null;
        }
        List<Object> key = new ArrayList<>(slots().size());
        for (int slot : slots()) {
            Object value = row.value(slot);
            if (value == null) {
                return null;
            }
            key.add(Values.key(rules, value));
        }
        return key.size() == 1 ? key.get(0) : key;
    }
}

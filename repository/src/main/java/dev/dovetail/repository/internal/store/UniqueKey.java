package dev.dovetail.repository.internal.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose values together occur once. Rows with a null among them do not count.
 *
 * @param name the name of the constraint, or null if the mapping gives none
 * @param slots the positions of the columns in a row
 */
public record UniqueKey(@Nullable String name, List<Integer> slots) {

    /** Keeps a copy. */
    public UniqueKey {
        slots = List.copyOf(slots);
    }

    /** What stands for the values of a row in an index; null if they do not count. */
    @Nullable
    Object keyOf(Row row, TextRules rules) {
        if (slots.size() == 1) {
            Object value = row.value(slots.get(0));
            return value == null ? null : Values.key(rules, value);
        }
        List<Object> key = new ArrayList<>(slots.size());
        for (int slot : slots) {
            Object value = row.value(slot);
            if (value == null) {
                return null;
            }
            key.add(Values.key(rules, value));
        }
        return key;
    }
}

package dev.dovetail.repository.internal.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns that together hold a key: of their own row, or of one in another table. A key of one column is its value, one
 * of several the list of them.
 *
 * @param slots the positions of the columns in a row
 */
public record KeyColumns(List<Integer> slots) {

    /** Keeps a copy. */
    public KeyColumns {
        slots = List.copyOf(slots);
    }

    /** The key in a row; null if a part of it is. */
    public @Nullable Object of(Row row) {
        return slots.size() == 1 ? keyed(row.value(slots.get(0))) : several(row::value);
    }

    /** The key in the values of a row; null if a part of it is. */
    public @Nullable Object of(@Nullable Object[] values) {
        return slots.size() == 1 ? keyed(values[slots.get(0)]) : several(slot -> values[slot]);
    }

    /** The parts of a key, in the order of the columns. */
    public static List<?> parts(Object key) {
        return key instanceof List<?> parts ? parts : List.of(key);
    }

    /** Writes a key into the values of a row. */
    public void put(@Nullable Object[] values, Object key) {
        List<?> parts = parts(key);
        for (int i = 0; i < slots.size(); i++) {
            values[slots.get(i)] = parts.get(i);
        }
    }

    /** Makes the columns null in the values of a row. */
    public void clear(@Nullable Object[] values) {
        for (int slot : slots) {
            values[slot] = null;
        }
    }

    private @Nullable Object several(Part part) {
        List<Object> key = new ArrayList<>(slots.size());
        for (int slot : slots) {
            Object value = part.at(slot);
            if (value == null) {
                return null;
            }
            key.add(Values.key(value));
        }
        return key;
    }

    private static @Nullable Object keyed(@Nullable Object value) {
        return value == null ? null : Values.key(value);
    }

    private interface Part {
        @Nullable
        Object at(int slot);
    }
}

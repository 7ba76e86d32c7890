package dev.dovetail.repository.internal.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of one row. Never changed: a changed row is another one. */
public final class Row {

    private final Object id;
    private final @Nullable Object[] values;

    /** Takes over the values, which nobody may change afterwards. */
    public Row(Object id, @Nullable Object[] values) {
        this.id = id;
        this.values = values;
    }

    /** The primary key. */
    public Object id() {
        return id;
    }

    /** The value at a position. */
    public @Nullable Object value(int slot) {
        return values[slot];
    }

    /** A copy of all values. */
    public @Nullable Object[] copyOfValues() {
        return Arrays.copyOf(values, values.length);
    }

    /** Whether nothing was changed: decimals may have other scales, but zero has two signs. */
    public boolean hasSameValues(Row other) {
        for (int i = 0; i < values.length; i++) {
            if (!Values.unchanged(values[i], other.values[i])) {
                return false;
            }
        }
        return true;
    }
}

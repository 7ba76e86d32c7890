package dev.dovetail.core.bulk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of one row, in the order of the columns. */
public final class BulkRow {

    private final @Nullable Object[] values;

    private BulkRow(@Nullable Object[] values) {
        this.values = values;
    }

    /**
     * A row with these values; null is SQL's null. Arrays, also byte arrays in it, may be used again after the function
     * that made the row has returned.
     */
    public static BulkRow row(@Nullable Object... values) {
        return new BulkRow(Objects.requireNonNull(values, "values"));
    }

    int size() {
        return values.length;
    }

    @Nullable
    Object get(int index) {
        return values[index];
    }
}

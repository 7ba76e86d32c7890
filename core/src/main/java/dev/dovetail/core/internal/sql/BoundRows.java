package dev.dovetail.core.internal.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was bound to a statement last, and the rows of its batch: to say which value was refused, should one be. */
final class BoundRows {

    /** Of a larger batch, the rows behind these are not known. */
    private static final int MOST_ROWS = 1_000;

    private static final @Nullable Object[] NONE = {};

    private @Nullable Object[] current = NONE;
    private int count;
    private @Nullable List<@Nullable Object[]> batch;

    void set(int position, @Nullable Object value) {
        if (position > current.length) {
            // A wrong position is for the driver to refuse.
            if (position > 100_000) {
                return;
            }
            current = Arrays.copyOf(current, Math.max(position, 8 + current.length * 2));
        }
        if (position > 0) {
            current[position - 1] = value;
            count = Math.max(count, position);
        }
    }

    void endRow() {
        List<@Nullable Object[]> rows = batch;
        if (rows == null) {
            rows = new ArrayList<>();
            batch = rows;
        }
        if (rows.size() < MOST_ROWS) {
            rows.add(row());
        }
    }

    private @Nullable Object[] row() {
        return Arrays.copyOf(current, count);
    }

    void clearValues() {
        current = NONE;
        count = 0;
    }

    void clearBatch() {
        batch = null;
    }

    /** The rows of the batch, or what was bound last. */
    List<@Nullable Object[]> rows() {
        List<@Nullable Object[]> rows = batch;
        return rows == null ? List.<@Nullable Object[]>of(row()) : rows;
    }
}

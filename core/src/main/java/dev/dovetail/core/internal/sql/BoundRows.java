package dev.dovetail.core.internal.sql;

import dev.dovetail.core.spi.BoundStatement;
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
    private boolean sent;
    private @Nullable List<@Nullable Object[]> batch;

    void set(int position, @Nullable Object value) {
        if (sent) {
            // What is not bound again is a stream perhaps, of which nobody tells.
            Arrays.fill(current, 0, count, BoundStatement.UNSEEN);
            sent = false;
        }
        if (position > current.length) {
            // A wrong position is for the driver to refuse.
            if (position > 100_000) {
                return;
            }
            int known = current.length;
            current = Arrays.copyOf(current, Math.max(position, 8 + known * 2));
            Arrays.fill(current, known, current.length, BoundStatement.UNSEEN);
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
        sent = true;
    }

    /** The next value belongs to the next row. */
    void sent() {
        sent = true;
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

    /** What was bound last. */
    List<@Nullable Object> values() {
        return Arrays.asList(row());
    }

    /** The rows of the batch, or what was bound last. */
    List<@Nullable Object[]> rows() {
        List<@Nullable Object[]> rows = batch;
        return rows == null ? List.<@Nullable Object[]>of(row()) : rows;
    }
}

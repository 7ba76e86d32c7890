package dev.dovetail.core.internal.sql;

import dev.dovetail.core.spi.StatementRun;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of the first rows of a batch, as jOOQ binds them one after the other, and how many rows there are. */
final class BatchValues {

    private final List<List<@Nullable Object>> first = new ArrayList<>();
    private List<@Nullable Object> row = new ArrayList<>();
    private long rows;

    void add(@Nullable Object value) {
        if (rows < StatementRun.ROWS_SHOWN) {
            row.add(value);
        }
    }

    void endRow() {
        if (rows++ < StatementRun.ROWS_SHOWN) {
            first.add(row);
            row = new ArrayList<>();
        }
    }

    List<List<@Nullable Object>> first() {
        return first;
    }

    long rows() {
        return rows;
    }
}

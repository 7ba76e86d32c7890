package dev.dovetail.core.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What all copies of a compiled query share. Thread-safe. */
record QueryPlan<T extends @Nullable Object>(
        Runner runner, Planner planner, ColumnReader[] columns, RowReader<T> reader) {

    Row row(Rows rows) {
        return new Row(rows.result(), columns);
    }

    T read(Row row) throws SQLException {
        return reader.read(row);
    }
}

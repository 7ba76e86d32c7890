package dev.dovetail.core.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes an object of the current row. */
@FunctionalInterface
interface RowReader<T extends @Nullable Object> {

    T read(Row row) throws SQLException;
}

package dev.dovetail.core.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads the value of one column. */
@FunctionalInterface
interface ColumnReader {

    @Nullable
    Object read(ResultSet result, int index) throws SQLException;
}

package dev.dovetail.core.query;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The current row of a result. */
record Row(ResultSet result, ColumnReader[] columns) {

    /** The value of a column, the first being 0. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // the types are those of the query
    <V> V get(int column) throws SQLException {
        return (V) columns[column].read(result, column + 1);
    }
}

package dev.dovetail.core.query;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A result, row by row. */
record Rows(ResultSet result, Runner.Count counted) {

    boolean next() throws SQLException {
        if (result.next()) {
            counted.rows++;
            return true;
        }
        return false;
    }
}

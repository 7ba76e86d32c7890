package dev.dovetail.migrations.catalog;

import dev.dovetail.core.statement.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads the rows of a catalog query. */
final class Rows {

    private Rows() {}

    static void each(Connection connection, String query, Reader reader) throws SQLException {
        Statements.record(query);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.row(rows);
            }
        }
    }

    interface Reader {
        void row(ResultSet row) throws SQLException;
    }
}

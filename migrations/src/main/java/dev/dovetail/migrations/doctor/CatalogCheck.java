package dev.dovetail.migrations.doctor;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.catalog.InvalidIndex;
import dev.dovetail.migrations.doctor.Complaint.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the engine's own catalog says is not whole. */
final class CatalogCheck {

    private static final String NOT_VALIDATED = "select quote_ident(c.relname), quote_ident(k.conname)"
            + " from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid"
            + " where not k.convalidated and k.conparentid = 0 and k.connamespace ="
            + " (select n.oid from pg_catalog.pg_namespace n where n.nspname = current_schema()) order by 1, 2";

    /** What the rebuild of a table of SQLite is called until it takes the place of the old one. */
    private static final String REBUILT = "select name from sqlite_master where type = 'table'"
            + " and name like 'dovetail\\_new\\_%' escape '\\' order by 1";

    private CatalogCheck() {}

    static List<Complaint> of(Engine engine, Connection connection) throws SQLException {
        List<Complaint> complaints = new ArrayList<>();
        for (InvalidIndex index : InvalidIndex.find(connection, engine)) {
            complaints.add(new Complaint(
                    Kind.INVALID_INDEX,
                    "Index " + index.name() + " of table " + index.table()
                            + " is invalid: CREATE INDEX CONCURRENTLY did not end. It is not used, and slows down writes.",
                    index.rebuildStatement() + "; or, to make it another way: " + index.dropStatement()));
        }
        if (engine == Engine.POSTGRESQL) {
            each(
                    connection,
                    NOT_VALIDATED,
                    row -> complaints.add(new Complaint(
                            Kind.NOT_VALIDATED,
                            "Constraint " + row.getString(2) + " of table " + row.getString(1)
                                    + " holds for new rows; those that were there before were never checked.",
                            "alter table " + row.getString(1) + " validate constraint " + row.getString(2))));
        } else if (engine == Engine.SQLITE) {
            sqlite(connection, complaints);
        }
        return complaints;
    }

    private static void sqlite(Connection connection, List<Complaint> complaints) throws SQLException {
        each(connection, "pragma quick_check(5)", row -> {
            if (!"ok".equals(row.getString(1))) {
                complaints.add(new Complaint(
                        Kind.DAMAGED,
                        "The file is damaged: " + row.getString(1),
                        "restore a backup; what can be read: sqlite3 <file> .recover"));
            }
        });
        each(connection, "pragma foreign_key_check", row -> {
            // One line a table is enough.
            String fact =
                    "Rows of " + row.getString(1) + " refer to rows of " + row.getString(3) + " that are not there.";
            if (complaints.stream().noneMatch(known -> known.fact().equals(fact))) {
                complaints.add(new Complaint(
                        Kind.FOREIGN_KEYS,
                        fact,
                        "sqlite3 <file> 'pragma foreign_key_check' lists them; delete them or add what they refer to"));
            }
        });
        each(
                connection,
                REBUILT,
                row -> complaints.add(new Complaint(
                        Kind.LEFT_TABLE,
                        "Table " + row.getString(1) + " was to take the place of another one and did not.",
                        "compare it with that one, then: drop table \""
                                + row.getString(1).replace("\"", "\"\"") + "\"")));
    }

    private static void each(Connection connection, String query, Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.row(rows);
            }
        }
    }

    private interface Reader {
        void row(ResultSet row) throws SQLException;
    }
}

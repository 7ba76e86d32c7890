package dev.dovetail.migrations.history;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.statement.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks up which tables a database has. */
final class Catalog {

    private Catalog() {}

    /** The tables and views of the current schema, without those of the engine and its extensions. */
    static List<String> tables(Connection connection, Engine engine) throws SQLException {
        String query = query(engine) + " order by 1";
        Statements.record(query);
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Whether one of them has this name; a large schema makes that no slower. */
    static boolean contains(Connection connection, Engine engine, String name) throws SQLException {
        String query = query(engine) + " and " + column(engine) + " = ?";
        Statements.record(query);
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                // Some engines do not mind upper and lower case here, but do when the table is read.
                while (rows.next()) {
                    if (name.equals(rows.getString(1))) {
                        return true;
                    }
                }
                return false;
            }
        }
    }

    private static String column(Engine engine) {
        return switch (engine) {
            case SQLITE -> "name";
            case POSTGRESQL -> "c.relname";
            case H2, MARIADB, MYSQL -> "table_name";
        };
    }

    private static String query(Engine engine) {
        return "select " + column(engine)
                + switch (engine) {
                    case SQLITE ->
                        " from sqlite_master where type in ('table', 'view')"
                                + " and name not like 'sqlite\\_%' escape '\\'";
                    case POSTGRESQL ->
                        " from pg_catalog.pg_class c"
                                + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = current_schema() and c.relkind in ('r', 'p', 'v', 'm', 'f')"
                                + " and not exists (select 1 from pg_catalog.pg_depend d"
                                + " where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid"
                                + " and d.deptype = 'e')";
                    case H2 -> " from information_schema.tables where table_schema = schema()";
                    case MARIADB, MYSQL -> " from information_schema.tables where table_schema = database()";
                };
    }
}

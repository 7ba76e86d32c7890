package dev.dovetail.migrations.history;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.statement.Statements;
import java.sql.Connection;
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
        String query = switch (engine) {
            case SQLITE ->
                "select name from sqlite_master where type in ('table', 'view')"
                        + " and name not like 'sqlite\\_%' escape '\\' order by 1";
            case POSTGRESQL ->
                "select c.relname from pg_catalog.pg_class c"
                        + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                        + " where n.nspname = current_schema() and c.relkind in ('r', 'p', 'v', 'm', 'f')"
                        + " and not exists (select 1 from pg_catalog.pg_depend d"
                        + " where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid"
                        + " and d.deptype = 'e') order by 1";
            case H2 -> "select table_name from information_schema.tables where table_schema = schema()" + " order by 1";
            case MARIADB, MYSQL ->
                "select table_name from information_schema.tables" + " where table_schema = database() order by 1";
        };
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
}

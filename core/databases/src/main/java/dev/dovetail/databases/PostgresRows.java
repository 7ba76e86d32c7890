package dev.dovetail.databases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What brings back the rows of a PostgreSQL database. Copies of rows are temporary tables of the session. */
final class PostgresRows {

    private static final String SYSTEM = "not in ('pg_catalog', 'information_schema', 'pg_toast')";

    /** A table and its columns that can be written. */
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname),
              (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.relpersistence <> 't' and n.nspname\s""" + SYSTEM + " order by c.oid";

    private static final String SEQUENCES = """
            select format('select setval(%L, %s, %L)', format('%I.%I', schemaname, sequencename),
              coalesce(last_value, start_value), last_value is not null)
            from pg_sequences where increment_by = 1 and schemaname\s""" + SYSTEM;

    private record Rows(String table, String columns) {}

    private PostgresRows() {}

    /** The statements; those before the rows switch off triggers and foreign keys, for the transaction. */
    static List<String> remember(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        statements.add("set local lock_timeout = '1s'");
        statements.add("set local session_replication_role = replica");
        int copies = 0;
        for (Rows rows : Sql.list(connection, row -> new Rows(row.getString(1), row.getString(2)), TABLES)) {
            statements.add("delete from " + rows.table());
            if (Boolean.parseBoolean(filled(connection, rows.table()))) {
                String copy = "pg_temp.rows_" + System.nanoTime() + "_" + copies++;
                Sql.run(connection, "create table " + copy + " as table " + rows.table());
                statements.add("insert into " + rows.table() + " (" + rows.columns()
                        + ") overriding system value select " + rows.columns() + " from " + copy);
            }
        }
        statements.addAll(Sql.list(connection, row -> row.getString(1), SEQUENCES));
        return statements;
    }

    private static String filled(Connection connection, String table) throws SQLException {
        return Sql.text(
                connection, "select case when exists (select 1 from " + table + ") then 'true' else 'false' end");
    }
}

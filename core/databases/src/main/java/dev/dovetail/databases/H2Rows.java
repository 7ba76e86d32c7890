package dev.dovetail.databases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What brings back the rows of an H2 database. Copies of rows are temporary tables of the session. */
final class H2Rows {

    private static final String TABLES = """
            select table_schema, table_name,
              (select listagg('"' || replace(c.column_name, '"', '""') || '"', ', ') within group (order by c.ordinal_position)
               from information_schema.columns c where c.table_schema = t.table_schema
               and c.table_name = t.table_name and c.is_generated = 'NEVER')
            from information_schema.tables t where table_type = 'BASE TABLE'
            and storage_type not like '%TEMPORARY%' and lower(table_schema) <> 'information_schema'""";

    private static final String IDENTITIES = """
            select table_schema, table_name, column_name, identity_base from information_schema.columns
            where is_identity = 'YES'""";

    private static final String SEQUENCES = """
            select sequence_schema, sequence_name, base_value from information_schema.sequences
            where cast(increment as bigint) = 1""";

    private record Rows(String table, String columns) {}

    private H2Rows() {}

    /** The statements, for a database that does not look at foreign keys while they run. */
    static List<String> remember(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        int copies = 0;
        for (Rows rows : Sql.list(
                connection,
                row -> new Rows(name(row.getString(1)) + "." + name(row.getString(2)), row.getString(3)),
                TABLES)) {
            statements.add("delete from " + rows.table());
            if (!Sql.text(connection, "select count(*) from " + rows.table()).equals("0")) {
                String copy = "\"rows_" + System.nanoTime() + "_" + copies++ + "\"";
                Sql.run(connection, "create local temporary table " + copy + " as select * from " + rows.table());
                statements.add("insert into " + rows.table() + " (" + rows.columns()
                        + ") overriding system value select " + rows.columns() + " from " + copy);
            }
        }
        statements.addAll(Sql.list(
                connection,
                row -> "alter table " + name(row.getString(1)) + "." + name(row.getString(2)) + " alter column "
                        + name(row.getString(3)) + " restart with " + row.getLong(4),
                IDENTITIES));
        statements.addAll(Sql.list(
                connection,
                row -> "alter sequence " + name(row.getString(1)) + "." + name(row.getString(2)) + " restart with "
                        + row.getLong(3),
                SEQUENCES));
        return statements;
    }

    private static String name(String name) {
        return Sql.quoted(name, '"');
    }
}

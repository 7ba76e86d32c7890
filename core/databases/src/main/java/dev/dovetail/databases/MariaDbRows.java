package dev.dovetail.databases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What brings back the rows of a MariaDB database. Copies of rows are temporary tables of the session. Setting a counter
 * takes milliseconds, so only those are set that have changed.
 */
final class MariaDbRows {

    private static final String TABLES = """
            select t.table_name,
              (select group_concat(concat('`', replace(c.column_name, '`', '``'), '`') order by c.ordinal_position separator ', ')
               from information_schema.columns c where c.table_schema = t.table_schema
               and c.table_name = t.table_name and c.is_generated = 'NEVER')
            from information_schema.tables t where t.table_schema = ? and t.table_type = 'BASE TABLE'""";

    private static final String COUNTERS = """
            select table_name, auto_increment from information_schema.tables
            where table_schema = ? and auto_increment is not null""";

    private static final String SEQUENCES =
            "select table_name from information_schema.tables where table_schema = ? and table_type = 'SEQUENCE'";

    private record Rows(String table, String columns) {}

    private final MariaDbServer server;
    private final String database;
    private final List<String> statements = new ArrayList<>();
    private final Map<String, Long> counters;
    private final List<String> sequences;
    private final Map<String, Long> numbers;

    MariaDbRows(MariaDbServer server, String database) throws SQLException {
        this.server = server;
        this.database = database;
        for (Rows rows : server.list(row -> new Rows(name(row.getString(1)), row.getString(2)), TABLES, database)) {
            remember(rows);
        }
        this.counters = counters();
        this.sequences = server.list(row -> name(row.getString(1)), SEQUENCES, database);
        this.numbers = numbers();
    }

    private void remember(Rows rows) throws SQLException {
        statements.add("delete from " + rows.table());
        if (!server.list(row -> row.getInt(1), "select 1 from " + rows.table() + " limit 1")
                .isEmpty()) {
            String copy = name("rows_" + System.nanoTime());
            server.run("create temporary table " + copy + " as select * from " + rows.table());
            statements.add("insert into " + rows.table() + " (" + rows.columns() + ") select " + rows.columns()
                    + " from " + copy);
        }
    }

    void restore() throws SQLException {
        List<String> all = new ArrayList<>(statements);
        changed(counters, counters())
                .forEach((table, value) -> all.add("alter table " + name(table) + " auto_increment = " + value));
        changed(numbers, numbers())
                .forEach((sequence, value) -> all.add("alter sequence " + sequence + " restart " + value));
        server.runWithoutForeignKeys(all);
    }

    private static Map<String, Long> changed(Map<String, Long> before, Map<String, Long> now) {
        Map<String, Long> changed = new LinkedHashMap<>(before);
        changed.entrySet().removeIf(entry -> Objects.equals(now.get(entry.getKey()), entry.getValue()));
        return changed;
    }

    private Map<String, Long> counters() throws SQLException {
        return map(server.list(MariaDbRows::entry, COUNTERS, database));
    }

    /** The next numbers of sequences that hand out one at a time. */
    private Map<String, Long> numbers() throws SQLException {
        Map<String, Long> next = new LinkedHashMap<>();
        for (String sequence : sequences) {
            server.list(row -> row.getLong(1), "select next_not_cached_value from " + sequence + " where increment = 1")
                    .forEach(value -> next.put(sequence, value));
        }
        return next;
    }

    private static Map.Entry<String, Long> entry(ResultSet row) throws SQLException {
        return Map.entry(row.getString(1), row.getLong(2));
    }

    private static Map<String, Long> map(List<Map.Entry<String, Long>> entries) {
        Map<String, Long> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    private String name(String table) {
        return Sql.quoted(database, '`') + "." + Sql.quoted(table, '`');
    }
}

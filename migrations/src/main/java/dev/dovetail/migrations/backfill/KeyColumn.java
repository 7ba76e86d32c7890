package dev.dovetail.migrations.backfill;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.statement.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table and the column that a backfill follows, as the database knows them.
 *
 * @param table quoted
 * @param column quoted
 */
record KeyColumn(String table, String column, KeyType type) {

    static KeyColumn find(Connection connection, Engine engine, BackfillPlan plan) throws SQLException {
        for (String name : List.of(
                plan.table(),
                plan.table().toLowerCase(Locale.ROOT),
                plan.table().toUpperCase(Locale.ROOT))) {
            String table = Arrays.stream(name.strip().split("\\."))
                    .map(part -> quote(engine, part))
                    .collect(Collectors.joining("."));
            try {
                KeyColumn found = describe(connection, engine, plan, table);
                requireNoNulls(connection, plan, found);
                return found;
            } catch (SQLException notThere) {
                // Some engines keep names that are not quoted in lower case, some in upper case.
                continue;
            }
        }
        throw BackfillErrors.noTable(plan);
    }

    private static KeyColumn describe(Connection connection, Engine engine, BackfillPlan plan, String table)
            throws SQLException {
        String query = "select * from " + table + " where 1 = 0";
        Statements.record(query);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            ResultSetMetaData columns = rows.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String column = columns.getColumnName(i);
                if (column.equalsIgnoreCase(plan.key().strip())) {
                    return new KeyColumn(table, quote(engine, column), type(columns, i, engine, plan));
                }
            }
        }
        throw BackfillErrors.noKey(plan, "there is no such column", "name another with key(…) or --key");
    }

    private static KeyType type(ResultSetMetaData columns, int index, Engine engine, BackfillPlan plan)
            throws SQLException {
        boolean nativeUuid = engine == Engine.POSTGRESQL || engine == Engine.H2;
        @Nullable KeyType type = KeyType.of(columns.getColumnType(index), columns.getColumnTypeName(index), nativeUuid);
        if (type == null) {
            throw BackfillErrors.noKey(
                    plan,
                    "it is " + columns.getColumnTypeName(index),
                    "follow a column of integers, text or UUIDs, usually the primary key");
        }
        return type;
    }

    private static void requireNoNulls(Connection connection, BackfillPlan plan, KeyColumn key) throws SQLException {
        String query = "select 1 from " + key.table + " where " + key.column + " is null limit 1";
        Statements.record(query);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            if (rows.next()) {
                throw BackfillErrors.noKey(
                        plan, "some rows have none, and would be left out", "follow a column without nulls");
            }
        }
    }

    private static String quote(Engine engine, String name) {
        String mark = engine == Engine.MARIADB || engine == Engine.MYSQL ? "`" : "\"";
        return mark + name.replace(mark, mark + mark) + mark;
    }
}

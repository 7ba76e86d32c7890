package dev.dovetail.core.internal.constraint;

import dev.dovetail.core.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The information schema of MariaDB and MySQL. */
record MysqlFamilyCatalog(Connection connection) implements Catalog {

    @Override
    public List<String> columns(String table, String constraint) throws SQLException {
        List<String> ofKey = Catalog.texts(
                connection,
                "select column_name from information_schema.key_column_usage where table_schema = database()"
                        + " and table_name = ? and constraint_name = ? order by ordinal_position",
                table,
                constraint);
        return ofKey.isEmpty() ? ofCheck(table, constraint) : ofKey;
    }

    private List<String> ofCheck(String table, String constraint) throws SQLException {
        List<String> clauses = Catalog.texts(
                connection,
                "select c.check_clause from information_schema.check_constraints c"
                        + " join information_schema.table_constraints t on t.constraint_schema = c.constraint_schema"
                        + " and t.constraint_name = c.constraint_name"
                        + " where c.constraint_schema = database() and t.table_name = ? and c.constraint_name = ?",
                table,
                constraint);
        List<String> columns = Catalog.texts(
                connection,
                "select column_name from information_schema.columns where table_schema = database()"
                        + " and table_name = ? order by ordinal_position",
                table);
        return Identifiers.columnsIn(Engine.MARIADB, String.join(" ", clauses), columns);
    }
}

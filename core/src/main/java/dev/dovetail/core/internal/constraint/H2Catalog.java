package dev.dovetail.core.internal.constraint;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** H2's information schema. */
record H2Catalog(Connection connection) implements Catalog {

    @Override
    public List<String> columns(String table, String constraint) throws SQLException {
        return Catalog.texts(
                connection,
                "select distinct u.column_name, c.ordinal_position from information_schema.constraint_column_usage u"
                        + " join information_schema.columns c using (table_schema, table_name, column_name)"
                        + " where u.table_schema = current_schema and lower(u.table_name) = lower(?)"
                        + " and lower(u.constraint_name) = lower(?) order by c.ordinal_position",
                table,
                constraint);
    }
}

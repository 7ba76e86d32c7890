package dev.dovetail.core.internal.constraint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PostgreSQL's catalog, on another connection: after a failure the transaction answers nothing. */
record PostgresqlCatalog(Connection connection) implements Catalog {

    @Override
    public List<String> columns(String table, String constraint) throws SQLException {
        return Catalog.texts(
                connection,
                "select a.attname from pg_constraint c, unnest(c.conkey) with ordinality k (number, place), pg_attribute a"
                        + " where c.conrelid = to_regclass(quote_ident(?)) and c.conname = ? and a.attrelid = c.conrelid"
                        + " and a.attnum = k.number order by k.place",
                table,
                constraint);
    }

    @Override
    public List<String> allColumns(String table) throws SQLException {
        return Catalog.texts(
                connection,
                "select attname from pg_attribute where attrelid = to_regclass(quote_ident(?)) and attnum > 0"
                        + " and not attisdropped order by attnum",
                table);
    }

    @Override
    public Map<String, Integer> lengths(String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select a.attname, a.atttypmod - 4 from pg_attribute a"
                        + " join pg_type t on t.oid = a.atttypid where a.attrelid = to_regclass(quote_ident(?))"
                        + " and a.attnum > 0 and a.atttypmod > 4 and t.typname in ('varchar', 'bpchar') order by a.attnum")) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, Integer> lengths = new LinkedHashMap<>();
                while (rows.next()) {
                    lengths.put(rows.getString(1), rows.getInt(2));
                }
                return lengths;
            }
        }
    }
}

package dev.dovetail.core.internal.constraint;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's catalog on a connection that is only taken when it is asked something; it knows nothing if there is none. */
final class SpareCatalog implements Catalog, AutoCloseable {

    private final Supplier<? extends @Nullable Connection> spare;
    private @Nullable Connection connection;
    private boolean taken;

    SpareCatalog(Supplier<? extends @Nullable Connection> spare) {
        this.spare = spare;
    }

    @Override
    public List<String> columns(String table, String constraint) throws SQLException {
        Connection own = connection();
        return own == null ? List.of() : new PostgresqlCatalog(own).columns(table, constraint);
    }

    @Override
    public List<String> allColumns(String table) throws SQLException {
        Connection own = connection();
        return own == null ? List.of() : new PostgresqlCatalog(own).allColumns(table);
    }

    @Override
    public Map<String, Integer> lengths(String table) throws SQLException {
        Connection own = connection();
        return own == null ? Map.of() : new PostgresqlCatalog(own).lengths(table);
    }

    private @Nullable Connection connection() {
        if (!taken) {
            taken = true;
            connection = spare.get();
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}

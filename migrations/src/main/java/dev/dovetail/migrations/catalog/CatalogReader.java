package dev.dovetail.migrations.catalog;

import dev.dovetail.core.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads the catalog of one engine. */
interface CatalogReader {

    static CatalogReader of(Engine engine) {
        return switch (engine) {
            case SQLITE -> new SqliteCatalog();
            case POSTGRESQL -> new PostgresqlCatalog();
            case H2 -> new H2Catalog();
            case MARIADB, MYSQL -> new MysqlFamilyCatalog(engine);
        };
    }

    Schema read(Connection connection) throws SQLException;
}

package dev.dovetail.examples.benchmarks.contender;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool without Dovetail, of connections that are set up for speed like those of Dovetail. */
final class PlainPool implements AutoCloseable {

    private final HikariDataSource connections;

    private PlainPool(HikariDataSource connections) {
        this.connections = connections;
    }

    /** Opens it; its connections are not in autocommit mode. */
    static PlainPool open(Target target) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(target.jdbcUrl());
        config.setAutoCommit(false);
        config.setMinimumIdle(1);
        PlainConnection.properties(target)
                .forEach((name, value) -> config.addDataSourceProperty(String.valueOf(name), value));
        return new PlainPool(new HikariDataSource(config));
    }

    Connection borrow() throws SQLException {
        return connections.getConnection();
    }

    DataSource dataSource() {
        return connections;
    }

    @Override
    public void close() {
        connections.close();
    }
}

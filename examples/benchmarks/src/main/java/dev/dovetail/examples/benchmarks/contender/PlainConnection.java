package dev.dovetail.examples.benchmarks.contender;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** One connection without Dovetail, set up for speed like those of Dovetail. */
public final class PlainConnection {

    private PlainConnection() {}

    /** Opens it, in autocommit mode. */
    public static Connection open(Target target) throws SQLException {
        Properties properties = new Properties();
        if (!target.isSqlite()) {
            properties.setProperty("user", target.user());
            properties.setProperty("password", target.password());
            properties.setProperty("reWriteBatchedInserts", "true");
        }
        Connection connection = DriverManager.getConnection(target.jdbcUrl(), properties);
        if (target.isSqlite()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma journal_mode = wal");
                statement.execute("pragma synchronous = normal");
                statement.execute("pragma foreign_keys = on");
            }
        }
        return connection;
    }
}

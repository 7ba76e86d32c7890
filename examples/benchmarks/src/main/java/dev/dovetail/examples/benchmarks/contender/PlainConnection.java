package dev.dovetail.examples.benchmarks.contender;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** One connection without Dovetail, set up for speed like those of Dovetail. */
public final class PlainConnection {

    private PlainConnection() {}

    /** Opens it, in autocommit mode. */
    public static Connection open(Target target) throws SQLException {
        return DriverManager.getConnection(target.jdbcUrl(), properties(target));
    }

    /** For the driver. */
    static Properties properties(Target target) {
        Properties properties = new Properties();
        if (target.isSqlite()) {
            properties.setProperty("journal_mode", "WAL");
            properties.setProperty("synchronous", "NORMAL");
            properties.setProperty("foreign_keys", "true");
        } else {
            properties.setProperty("user", target.user());
            properties.setProperty("password", target.password());
            properties.setProperty("reWriteBatchedInserts", "true");
        }
        return properties;
    }
}

package dev.dovetail.core.internal.pool;

import dev.dovetail.core.engine.DatabaseUrl;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each engine's connections are opened with. What the user's URL says about the same thing wins, because drivers
 * prefer the URL over properties; H2's settings stand in its URL.
 *
 * @param jdbcUrl the URL to open
 * @param properties driver properties
 * @param initSql a statement that each new connection runs, or null
 * @param readOnly whether {@code Connection.setReadOnly} is called
 */
record DriverSettings(
        String jdbcUrl,
        Map<String, String> properties,
        @Nullable String initSql,
        boolean readOnly) {

    static DriverSettings writer(DatabaseUrl url, PoolSettings pool) {
        return switch (url.engine()) {
            case SQLITE -> new DriverSettings(url.jdbcUrl(), sqliteWriter(pool), null, false);
            case POSTGRESQL -> new DriverSettings(url.jdbcUrl(), postgresql(pool), null, false);
            case H2 -> new DriverSettings(h2(url.jdbcUrl()), Map.of(), null, false);
            case MARIADB, MYSQL -> new DriverSettings(url.jdbcUrl(), mysqlFamily(pool), null, false);
        };
    }

    static DriverSettings reader(DatabaseUrl url, PoolSettings pool) {
        return switch (url.engine()) {
            case SQLITE -> new DriverSettings(url.jdbcUrl(), sqliteReader(pool), null, true);
            // Not by the driver's setReadOnly: that holds for a BEGIN of its own making, but not for COPY's.
            case POSTGRESQL ->
                new DriverSettings(
                        url.jdbcUrl(), postgresql(pool), "set session characteristics as transaction read only", false);
            case H2 -> new DriverSettings(h2(url.jdbcUrl()), Map.of(), null, true);
            case MARIADB, MYSQL ->
                new DriverSettings(url.jdbcUrl(), mysqlFamily(pool), "set session transaction read only", false);
        };
    }

    private static Map<String, String> sqliteReader(PoolSettings pool) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("foreign_keys", "true");
        properties.put("busy_timeout", String.valueOf(pool.busyTimeout().toMillis()));
        // Dates as text, not as the driver's epoch numbers: jOOQ, Hibernate and people then read the same.
        properties.put("date_class", "TEXT");
        properties.put("date_precision", "MILLISECONDS");
        // SQLITE_OPEN_READONLY
        properties.put("open_mode", "1");
        return properties;
    }

    private static Map<String, String> sqliteWriter(PoolSettings pool) {
        Map<String, String> properties = sqliteReader(pool);
        properties.remove("open_mode");
        properties.put("journal_mode", "WAL");
        // Safe with WAL: a power cut may lose the last commits, never the consistency.
        properties.put("synchronous", "NORMAL");
        // A transaction that reads first and writes later would otherwise fail when another one wrote in between.
        properties.put("transaction_mode", "IMMEDIATE");
        return properties;
    }

    private static Map<String, String> postgresql(PoolSettings pool) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("ApplicationName", "dovetail");
        properties.put("reWriteBatchedInserts", "true");
        properties.put("tcpKeepAlive", "true");
        properties.put(
                "connectTimeout",
                String.valueOf(Math.max(1, pool.connectionTimeout().toSeconds())));
        return properties;
    }

    private static Map<String, String> mysqlFamily(PoolSettings pool) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("connectTimeout", String.valueOf(pool.connectionTimeout().toMillis()));
        return properties;
    }

    /** Lower-case names, as on PostgreSQL: quoted and unquoted names then mean the same tables on every engine. */
    private static String h2(String jdbcUrl) {
        return jdbcUrl.toUpperCase(Locale.ROOT).contains(";DATABASE_TO_LOWER=")
                ? jdbcUrl
                : jdbcUrl + ";DATABASE_TO_LOWER=TRUE";
    }
}

package dev.dovetail.core.internal.pool;

import dev.dovetail.core.engine.DatabaseUrl;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each engine's connections are opened with. What the user's URL says about the same thing wins.
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
            case SQLITE -> new DriverSettings(url.jdbcUrl(), unsaid(url, SqlitePragmas.writer(pool)), null, false);
            case POSTGRESQL -> new DriverSettings(url.jdbcUrl(), unsaid(url, postgresql(pool)), null, false);
            case H2 -> new DriverSettings(h2(url.jdbcUrl(), pool), Map.of(), null, false);
            case MARIADB, MYSQL -> new DriverSettings(url.jdbcUrl(), unsaid(url, mysqlFamily(pool)), null, false);
        };
    }

    static DriverSettings reader(DatabaseUrl url, PoolSettings pool) {
        DriverSettings writer = writer(url, pool);
        return switch (url.engine()) {
            case SQLITE -> new DriverSettings(url.jdbcUrl(), unsaid(url, SqlitePragmas.reader(pool)), null, true);
            // Not by the driver's setReadOnly: that holds for a BEGIN of its own making, but not for COPY's.
            case POSTGRESQL ->
                writer.withInitSql(
                        pool.pooledTransactions() ? null : "set session characteristics as transaction read only");
            case H2 -> new DriverSettings(writer.jdbcUrl, writer.properties, null, true);
            case MARIADB, MYSQL -> writer.withInitSql("set session transaction read only");
        };
    }

    private DriverSettings withInitSql(@Nullable String statement) {
        return new DriverSettings(jdbcUrl, properties, statement, readOnly);
    }

    /** Drivers differ in what wins, the URL or the properties: SQLite's prefers the properties. */
    private static Map<String, String> unsaid(DatabaseUrl url, Map<String, String> properties) {
        Map<String, String> unsaid = new LinkedHashMap<>(properties);
        unsaid.keySet().removeIf(name -> says(url.jdbcUrl(), name));
        return unsaid;
    }

    private static boolean says(String jdbcUrl, String name) {
        String url = jdbcUrl.toLowerCase(Locale.ROOT);
        String parameter = name.toLowerCase(Locale.ROOT) + "=";
        return url.contains("?" + parameter) || url.contains("&" + parameter) || url.contains(";" + parameter);
    }

    private static Map<String, String> postgresql(PoolSettings pool) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("ApplicationName", "dovetail");
        properties.put("reWriteBatchedInserts", "true");
        properties.put("tcpKeepAlive", "true");
        properties.put("connectTimeout", seconds(pool.connectionTimeout()));
        properties.put("loginTimeout", seconds(pool.connectionTimeout()));
        if (pool.socketTimeout() != null) {
            properties.put("socketTimeout", seconds(pool.socketTimeout()));
        }
        if (pool.pooledTransactions()) {
            // A statement that one session of the server has prepared is unknown to the next.
            properties.put("prepareThreshold", "0");
        }
        return properties;
    }

    private static Map<String, String> mysqlFamily(PoolSettings pool) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("connectTimeout", String.valueOf(pool.connectionTimeout().toMillis()));
        properties.put("tcpKeepAlive", "true");
        if (pool.socketTimeout() != null) {
            properties.put("socketTimeout", String.valueOf(pool.socketTimeout().toMillis()));
        }
        return properties;
    }

    /** Lower-case names, as on PostgreSQL: quoted and unquoted names then mean the same tables on every engine. */
    private static String h2(String jdbcUrl, PoolSettings pool) {
        String url = says(jdbcUrl, "database_to_lower") ? jdbcUrl : jdbcUrl + ";DATABASE_TO_LOWER=TRUE";
        Duration timeout = pool.socketTimeout();
        boolean remote = url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:");
        return timeout == null || !remote || says(url, "network_timeout")
                ? url
                : url + ";NETWORK_TIMEOUT=" + timeout.toMillis();
    }

    /** Whole seconds, at least one: zero would mean for ever. */
    private static String seconds(Duration duration) {
        return String.valueOf(Math.max(1, (duration.toMillis() + 999) / 1_000));
    }
}

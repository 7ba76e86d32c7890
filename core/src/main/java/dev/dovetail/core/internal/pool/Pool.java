package dev.dovetail.core.internal.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.dovetail.core.engine.PoolStatus;
import dev.dovetail.core.statement.CallSite;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The connections for one purpose. */
final class Pool implements AutoCloseable {

    /** Long enough for a busy server to answer an empty question, short enough not to wait for a dead one. */
    private static final Duration PING = Duration.ofSeconds(5);

    /** How often an idle connection is asked whether it is still there, so that no firewall forgets it. */
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(2);

    private final HikariDataSource source;
    private final String purpose;
    private final String where;
    private final PoolSettings settings;
    private final Holders holders = new Holders();
    private final @Nullable LeakWatch leaks;

    Pool(
            String name,
            String purpose,
            String where,
            DriverConnections connections,
            DriverSettings driver,
            PoolSettings pool)
            throws SQLException {
        this.purpose = purpose;
        this.where = where;
        this.settings = pool;
        connections.openFirst();
        try {
            this.source = new HikariDataSource(config(name, connections, driver, pool));
        } finally {
            connections.closeFirst();
        }
        // Allowed from now on to be shorter than the pool's idea of a minimum.
        source.setIdleTimeout(pool.overflow() == 0 ? 0 : pool.idleTimeout().toMillis());
        Duration threshold = pool.leakThreshold();
        this.leaks = threshold == null ? null : LeakWatch.start(name, where, threshold, holders);
    }

    Connection take() throws SQLException {
        Connection connection = source.getConnection();
        // Each connection may have broken, and the one that takes their place may, too; not so for ever.
        for (int tried = 0; settings.prePing() && !answers(connection) && tried <= settings.max(); tried++) {
            discard(connection);
            connection = source.getConnection();
        }
        try {
            CallSite callSite = leaks == null ? null : CallSite.current();
            holders.taken(connection, callSite == null ? null : callSite.toString());
            return connection;
        } catch (Throwable failure) {
            connection.close();
            throw failure;
        }
    }

    /** A connection, or null if all are in use; between looking and taking somebody else may get the last one. */
    @Nullable
    Connection spare() {
        PoolStatus now = status();
        if (now.waiting() > 0 || (now.idle() == 0 && now.active() >= now.max())) {
            return null;
        }
        try {
            return take();
        } catch (SQLException none) {
            return null;
        }
    }

    private static boolean answers(Connection connection) throws SQLException {
        return connection.isValid((int) PING.toSeconds());
    }

    /** Closes a connection instead of keeping it. */
    void discard(Connection connection) throws SQLException {
        source.evictConnection(connection);
        connection.close();
    }

    PoolStatus status() {
        HikariPoolMXBean bean = source.getHikariPoolMXBean();
        if (bean == null) {
            return new PoolStatus(0, 0, 0, settings.max());
        }
        return new PoolStatus(
                bean.getActiveConnections(),
                bean.getIdleConnections(),
                bean.getThreadsAwaitingConnection(),
                settings.max());
    }

    PoolUse use() {
        return new PoolUse(purpose, where, status(), holders.now());
    }

    @Override
    public void close() {
        if (leaks != null) {
            leaks.close();
        }
        source.close();
    }

    private static HikariConfig config(
            String name, DataSource connections, DriverSettings driver, PoolSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(connections);
        config.setExceptionOverride(new EvictionRule());
        if (driver.initSql() != null) {
            config.setConnectionInitSql(driver.initSql());
        }
        config.setReadOnly(driver.readOnly());
        config.setMaximumPoolSize(settings.max());
        // Without overflow a service that has grown stays so; starting up opens one connection and is quick.
        config.setMinimumIdle(settings.overflow() == 0 ? 1 : settings.size());
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        config.setMaxLifetime(settings.maxLifetime().toMillis());
        config.setKeepaliveTime(settings.maxLifetime().compareTo(KEEP_ALIVE) > 0 ? KEEP_ALIVE.toMillis() : 0);
        config.setIdleTimeout(0);
        // One attempt: a database that does not answer is an error to see now.
        config.setInitializationFailTimeout(1);
        return config;
    }
}

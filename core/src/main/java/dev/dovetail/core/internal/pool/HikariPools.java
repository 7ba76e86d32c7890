package dev.dovetail.core.internal.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.dovetail.core.engine.DatabaseUrl;
import dev.dovetail.core.engine.PoolStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One HikariCP pool for writing, and one for reading that opens with the first read. */
public final class HikariPools implements ConnectionPools {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final DatabaseUrl url;
    private final PoolSettings settings;
    private final String name;
    private final HikariDataSource writers;
    private final Object readersLock = new Object();
    private volatile @Nullable HikariDataSource readers;
    private volatile boolean closed;

    private HikariPools(DatabaseUrl url, PoolSettings settings) {
        this.url = url;
        this.settings = settings;
        this.name = "dovetail-" + url.engine().id() + "-" + NUMBER.incrementAndGet();
        this.writers = new HikariDataSource(config(name, DriverSettings.writer(url, settings)));
    }

    /**
     * Opens the pool for writing and its first connection.
     *
     * @throws com.zaxxer.hikari.pool.HikariPool.PoolInitializationException if the database does not answer
     */
    public static HikariPools open(DatabaseUrl url, PoolSettings settings) {
        return new HikariPools(url, settings);
    }

    @Override
    public Connection writer() throws SQLException {
        return writers.getConnection();
    }

    @Override
    public Connection reader() throws SQLException {
        HikariDataSource pool = readers;
        if (pool == null) {
            synchronized (readersLock) {
                pool = readers;
                if (pool == null) {
                    if (closed) {
                        throw new SQLException(name + " has been closed");
                    }
                    pool = new HikariDataSource(config(name + "-read", DriverSettings.reader(url, settings)));
                    readers = pool;
                }
            }
        }
        return pool.getConnection();
    }

    @Override
    public boolean areShared() {
        return false;
    }

    @Override
    public void discard(Connection connection, boolean reader) throws SQLException {
        HikariDataSource pool = reader ? readers : writers;
        if (pool != null) {
            pool.evictConnection(connection);
        }
        connection.close();
    }

    @Override
    public PoolStatus status() {
        PoolStatus writing = status(writers);
        HikariDataSource pool = readers;
        if (pool == null) {
            return writing;
        }
        PoolStatus reading = status(pool);
        return new PoolStatus(
                writing.active() + reading.active(),
                writing.idle() + reading.idle(),
                writing.waiting() + reading.waiting(),
                writing.max() + reading.max());
    }

    @Override
    public void close() {
        synchronized (readersLock) {
            closed = true;
            HikariDataSource pool = readers;
            if (pool != null) {
                pool.close();
            }
        }
        writers.close();
    }

    private static PoolStatus status(HikariDataSource pool) {
        HikariPoolMXBean bean = pool.getHikariPoolMXBean();
        if (bean == null) {
            return new PoolStatus(0, 0, 0, pool.getMaximumPoolSize());
        }
        return new PoolStatus(
                bean.getActiveConnections(),
                bean.getIdleConnections(),
                bean.getThreadsAwaitingConnection(),
                pool.getMaximumPoolSize());
    }

    private HikariConfig config(String poolName, DriverSettings driver) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(poolName);
        config.setDriverClassName(url.engine().driverClass());
        config.setJdbcUrl(driver.jdbcUrl());
        if (url.user() != null) {
            config.setUsername(url.user());
        }
        if (url.password() != null) {
            config.setPassword(url.password());
        }
        driver.properties().forEach(config::addDataSourceProperty);
        if (driver.initSql() != null) {
            config.setConnectionInitSql(driver.initSql());
        }
        config.setReadOnly(driver.readOnly());
        config.setMaximumPoolSize(settings.size());
        // Opening is cheap and starting up should be quick; busy services grow to the maximum and stay there.
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        config.setMaxLifetime(settings.maxLifetime().toMillis());
        // One attempt: a database that does not answer is an error to see now.
        config.setInitializationFailTimeout(1);
        return config;
    }
}

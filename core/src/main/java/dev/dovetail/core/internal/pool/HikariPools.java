package dev.dovetail.core.internal.pool;

import dev.dovetail.core.engine.DatabaseUrl;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.engine.PoolStatus;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HikariCP pool for writing, and one for reading that opens with the first read. */
public final class HikariPools implements ConnectionPools {

    private static final Logger LOG = LoggerFactory.getLogger(HikariPools.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Driver driver;
    private final DatabaseUrl readUrl;
    private final PoolSettings settings;
    private final String name;
    private final String readWhere;
    private final @Nullable Connection anchor;
    private final Pool writers;
    private final Object readersLock = new Object();
    private volatile @Nullable Pool readers;
    private volatile boolean closed;

    private HikariPools(DatabaseUrl url, @Nullable DatabaseUrl replica, String where, PoolSettings settings)
            throws SQLException {
        this.driver = Drivers.of(url.engine());
        if (url.engine() == Engine.SQLITE) {
            SqliteParameters.requireKnown(url);
        }
        this.readUrl = replica == null ? url : replica;
        this.readWhere = replica == null ? where : replica.toString();
        this.settings = settings;
        this.name = "dovetail-" + url.engine().id() + "-" + NUMBER.incrementAndGet();
        DriverSettings driverSettings = DriverSettings.writer(url, settings);
        DriverConnections connections = new DriverConnections(driver, url, driverSettings);
        // A database in memory goes with its last connection, and pools replace theirs.
        this.anchor = url.engine() == Engine.H2 && url.isMemory() ? connections.open() : null;
        try {
            this.writers = new Pool(name, "writing", where, connections, driverSettings, settings);
        } catch (Throwable failure) {
            closeAnchor();
            throw failure;
        }
    }

    /**
     * Opens the pool for writing and its first connection.
     *
     * @param replica where to read, or null for the same database
     * @param where the database for messages
     * @throws SQLException if the database does not answer
     * @throws com.zaxxer.hikari.pool.HikariPool.PoolInitializationException if it answers, but its session cannot be set up
     * @throws dev.dovetail.core.error.DatabaseUrlException if there is no driver for it
     */
    public static HikariPools open(DatabaseUrl url, @Nullable DatabaseUrl replica, String where, PoolSettings settings)
            throws SQLException {
        return new HikariPools(url, replica, where, settings);
    }

    @Override
    public Connection writer() throws SQLException {
        return writers.take();
    }

    @Override
    public @Nullable Connection spareWriter() {
        return writers.spare();
    }

    @Override
    public Connection reader() throws SQLException {
        Pool pool = readers;
        if (pool == null) {
            synchronized (readersLock) {
                pool = readers;
                if (pool == null) {
                    if (closed) {
                        throw new SQLException(name + " has been closed");
                    }
                    DriverSettings driverSettings = DriverSettings.reader(readUrl, settings);
                    pool = new Pool(
                            name + "-read",
                            "reading",
                            readWhere,
                            new DriverConnections(driver, readUrl, driverSettings),
                            driverSettings,
                            settings);
                    readers = pool;
                }
            }
        }
        return pool.take();
    }

    @Override
    public boolean areShared() {
        return settings.pooledTransactions();
    }

    @Override
    public void discard(Connection connection, boolean reader) throws SQLException {
        Pool pool = reader ? readers : writers;
        if (pool != null) {
            pool.discard(connection);
        }
    }

    @Override
    public PoolStatus status() {
        PoolStatus writing = writers.status();
        Pool pool = readers;
        if (pool == null) {
            return writing;
        }
        PoolStatus reading = pool.status();
        return new PoolStatus(
                writing.active() + reading.active(),
                writing.idle() + reading.idle(),
                writing.waiting() + reading.waiting(),
                writing.max() + reading.max());
    }

    @Override
    public PoolUse writers() {
        return writers.use();
    }

    @Override
    public PoolUse readers() {
        Pool pool = readers;
        return pool == null
                ? new PoolUse("reading", readWhere, new PoolStatus(0, 0, 0, settings.max()), List.of())
                : pool.use();
    }

    @Override
    public void close() {
        synchronized (readersLock) {
            closed = true;
            Pool pool = readers;
            if (pool != null) {
                pool.close();
            }
        }
        try {
            writers.close();
        } finally {
            closeAnchor();
        }
    }

    private void closeAnchor() {
        try {
            if (anchor != null) {
                anchor.close();
            }
        } catch (SQLException failure) {
            LOG.warn("Could not close the last connection to a database in memory: {}", failure.getMessage());
        }
    }
}

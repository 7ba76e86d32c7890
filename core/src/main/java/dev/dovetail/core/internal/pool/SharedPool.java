package dev.dovetail.core.internal.pool;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.core.engine.PoolStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Somebody else's pool, which stays theirs. */
public final class SharedPool implements ConnectionPools {

    /** How a message calls it: its URL is not known here. */
    public static final String WHERE = "the given data source";

    private final DataSource dataSource;

    /** On a data source that is not closed here. */
    public SharedPool(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Connection writer() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public @Nullable Connection spareWriter() {
        return null;
    }

    @Override
    public Connection reader() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public boolean areShared() {
        return true;
    }

    @Override
    public void discard(Connection connection, boolean reader) throws SQLException {
        if (dataSource.isWrapperFor(HikariDataSource.class)) {
            dataSource.unwrap(HikariDataSource.class).evictConnection(connection);
        } else {
            connection.abort(Runnable::run);
            // Drivers of embedded engines abort nothing; what lies beneath the pool's proxy is closed for good.
            connection.unwrap(Connection.class).close();
        }
        connection.close();
    }

    @Override
    public PoolStatus status() {
        return new PoolStatus(0, 0, 0, 0);
    }

    @Override
    public PoolUse writers() {
        return new PoolUse("writing", WHERE, status(), List.of());
    }

    @Override
    public PoolUse readers() {
        return new PoolUse("reading", WHERE, status(), List.of());
    }

    @Override
    public void close() {
        // Not ours to close.
    }
}

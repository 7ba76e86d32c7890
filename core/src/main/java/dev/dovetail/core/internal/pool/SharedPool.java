package dev.dovetail.core.internal.pool;

import dev.dovetail.core.engine.PoolStatus;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Somebody else's pool, which stays theirs. */
public record SharedPool(DataSource dataSource) implements ConnectionPools {

    @Override
    public Connection writer() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public Connection reader() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public boolean readersAlwaysRefuseWrites() {
        return false;
    }

    @Override
    public PoolStatus status() {
        return new PoolStatus(0, 0, 0, 0);
    }

    @Override
    public void close() {
        // Not ours to close.
    }
}

package dev.dovetail.orm.internal.boot;

import java.sql.Connection;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** Hibernate never opens a connection: each session is given that of core's transaction. */
final class NoConnections implements ConnectionProvider {

    private static final long serialVersionUID = 1L;

    @Override
    public Connection getConnection() {
        throw new IllegalStateException("A session was opened without the connection of a transaction; use"
                + " persistence.unitOfWork().session()");
    }

    @Override
    public void closeConnection(Connection connection) {
        // None was opened.
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }
}

package dev.dovetail.core.internal.pool;

import dev.dovetail.core.engine.PoolStatus;
import java.sql.Connection;
import java.sql.SQLException;

/** Where a database gets its connections from. Thread-safe. */
public interface ConnectionPools extends AutoCloseable {

    /** A connection that may write, in autocommit mode. */
    Connection writer() throws SQLException;

    /** A connection on which the engine refuses writes as far as it can, in autocommit mode. */
    Connection reader() throws SQLException;

    /** Whether {@link #reader} connections refuse writes outside of transactions, too. */
    boolean readersAlwaysRefuseWrites();

    /** The connections right now. */
    PoolStatus status();

    @Override
    void close();
}

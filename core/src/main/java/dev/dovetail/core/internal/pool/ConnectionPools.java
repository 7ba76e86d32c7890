package dev.dovetail.core.internal.pool;

import dev.dovetail.core.engine.PoolStatus;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where a database gets its connections from. Thread-safe. */
public interface ConnectionPools extends AutoCloseable {

    /** A connection that may write, in autocommit mode. */
    Connection writer() throws SQLException;

    /** A connection on which the engine refuses writes as far as it can, in autocommit mode. */
    Connection reader() throws SQLException;

    /** Like {@link #writer}, or null if there is none without waiting for others, or that is not known. */
    @Nullable
    Connection spareWriter();

    /**
     * Whether others use them, too (somebody else's pool, or a pooler before the server), so that no connection is
     * read-only for life and all are given back as they came.
     */
    boolean areShared();

    /**
     * Closes a connection of which nobody knows in what state it is, instead of giving it back.
     *
     * @param reader whether it came from {@link #reader}
     */
    void discard(Connection connection, boolean reader) throws SQLException;

    /** All connections right now. */
    PoolStatus status();

    /** Where {@link #writer} connections come from, and who holds them right now. */
    PoolUse writers();

    /** Where {@link #reader} connections come from, and who holds them right now. */
    PoolUse readers();

    @Override
    void close();
}

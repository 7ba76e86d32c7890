package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.internal.pool.ConnectionPools;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection taken from a pool. It is given back as it came, or else not at all. Used by one thread. */
public final class Lease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final ConnectionPools pools;
    private final Connection connection;
    private final boolean reader;
    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean spoiled;

    Lease(ConnectionPools pools, Connection connection, boolean reader) {
        this.pools = pools;
        this.connection = connection;
        this.reader = reader;
    }

    /** The connection; closing it is the lease's. */
    public Connection connection() {
        return connection;
    }

    /** What sets back a change of the connection, noted before it is made; the last change is set back first. */
    void whenGivenBack(Step step) {
        steps.push(step);
    }

    /** Nobody knows in what state the connection is: no other work may get it. */
    void spoil() {
        spoiled = true;
    }

    boolean isSpoiled() {
        return spoiled;
    }

    /** Gives the connection back; does not throw. */
    @Override
    public void close() {
        try {
            while (!spoiled && !steps.isEmpty()) {
                steps.pop().run();
            }
            if (!spoiled) {
                connection.close();
            }
        } catch (Throwable failure) {
            LOG.debug("A connection could not be given back as it came; it is closed instead", failure);
            spoiled = true;
        }
        if (spoiled) {
            discard();
        }
    }

    private void discard() {
        try {
            pools.discard(connection, reader);
        } catch (Throwable failure) {
            LOG.warn("A broken connection could not be taken out of its pool: {}", failure.getMessage());
        }
    }

    /** Something to do with a connection. */
    @FunctionalInterface
    interface Step {
        void run() throws SQLException;
    }
}

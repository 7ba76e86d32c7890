package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/** The savepoint before a chunk, to which a search for the refused row returns. By SQL, because drivers differ. */
final class ChunkSavepoint implements AutoCloseable {

    /** Before a statement of PostgreSQL, to set it in the same round trip. */
    static final String SET = "savepoint dovetail_bulk; ";

    /** Behind that statement, to release it. */
    static final String RELEASE = "; release savepoint dovetail_bulk";

    /** MySQL replaces a savepoint of the same name, and the rows of one operation may come from another one. */
    private static final AtomicLong NUMBER = new AtomicLong();

    private final String name;
    private final Statement statement;
    private final boolean severalAtOnce;
    private boolean held;

    private ChunkSavepoint(String name, Connection connection, Engine engine) throws SQLException {
        this.name = name;
        this.statement = connection.createStatement();
        this.severalAtOnce = engine == Engine.POSTGRESQL;
    }

    /** For a writer, which may set it by itself. */
    static ChunkSavepoint of(ChunkWriter writer, Connection connection, Engine engine) throws SQLException {
        String number = writer.setsSavepoint() ? "" : "_" + NUMBER.incrementAndGet();
        return new ChunkSavepoint("dovetail_bulk" + number, connection, engine);
    }

    /** Keeps what was written so far, and marks this point instead. */
    void renew() throws SQLException {
        if (held && severalAtOnce) {
            // One round trip.
            statement.execute("release savepoint " + name + "; savepoint " + name);
            return;
        }
        release();
        statement.execute("savepoint " + name);
        held = true;
    }

    /** Takes back what was written since, and stays. */
    void rollback() throws SQLException {
        statement.execute("rollback to savepoint " + name);
    }

    void release() throws SQLException {
        if (held) {
            held = false;
            statement.execute("release savepoint " + name);
        }
    }

    /** Leaves the savepoint, which ends with the transaction: after a failure nothing else may be possible. */
    @Override
    public void close() throws SQLException {
        statement.close();
    }
}

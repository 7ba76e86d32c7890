package dev.dovetail.core.query;

import dev.dovetail.core.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** What a driver needs in order to hand out rows as they come, instead of reading all of them first. */
interface Cursors {

    /** Enough to make round trips rare, few enough to be small. */
    int ROWS = 1_000;

    /** What suits the driver of an engine. */
    static Cursors of(Engine engine) {
        return switch (engine) {
            case POSTGRESQL -> new OfPostgresql();
            // Its driver streams row by row when it is asked for this, and reads everything otherwise.
            case MYSQL -> () -> Integer.MIN_VALUE;
            case SQLITE, H2, MARIADB -> () -> ROWS;
        };
    }

    /** What {@code setFetchSize} gets. */
    int fetchSize();

    /** Puts a connection into the mode in which it has cursors, until that is closed. */
    default Mode open(Connection connection) throws SQLException {
        return () -> {};
    }

    /** A connection's mode. */
    interface Mode extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /** PostgreSQL has cursors in transactions only. */
    final class OfPostgresql implements Cursors {

        @Override
        public int fetchSize() {
            return ROWS;
        }

        @Override
        public Mode open(Connection connection) throws SQLException {
            if (!connection.getAutoCommit()) {
                return () -> {};
            }
            // The driver's own: this transaction is for reading and for nobody else to see.
            Connection physical = (Connection) connection.unwrap(PGConnection.class);
            physical.setAutoCommit(false);
            return () -> end(physical);
        }

        private static void end(Connection physical) throws SQLException {
            try {
                physical.rollback();
                physical.setAutoCommit(true);
            } catch (SQLException failure) {
                // It must not go back to its pool in the middle of a transaction.
                physical.abort(Runnable::run);
                throw failure;
            }
        }
    }
}

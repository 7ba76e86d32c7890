package dev.dovetail.migrations.scratch;

import dev.dovetail.core.Database;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.migrations.catalog.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database that is gone when it is closed. */
public final class ScratchDatabase implements AutoCloseable {

    private final Database database;
    private final Runnable whenClosed;

    ScratchDatabase(Database database, Runnable whenClosed) {
        this.database = database;
        this.whenClosed = whenClosed;
    }

    /** The database. */
    public DatabaseAccess access() {
        return database.access();
    }

    /** What is in it. */
    public Schema schema() {
        return use(connection -> Schema.read(connection, database.engine()));
    }

    /** Runs statements, each for itself. */
    public void run(List<String> statements) {
        use(connection -> {
            execute(connection, statements);
            return true;
        });
    }

    /** Runs statements, looks at what they made, and takes them back where the engine can. */
    public Schema schemaAfter(List<String> statements, List<String> back) {
        return use(connection -> {
            execute(connection, statements);
            Schema schema = Schema.read(connection, database.engine());
            execute(connection, back);
            return schema;
        });
    }

    /**
     * What statements make here, taken back at once.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if the engine refuses one, be it only in a transaction
     */
    Schema schemaTakenBack(List<String> statements) {
        return use(connection -> {
            connection.setAutoCommit(false);
            try {
                execute(connection, statements);
                return Schema.read(connection, database.engine());
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException failure) {
                    throw ScratchErrors.refused(sql, failure);
                }
            }
        }
    }

    /** Works on a connection. */
    public <T> T use(Work<T> work) {
        try (Connection connection = access().openConnection()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw access().translate(failure, null);
        }
    }

    /** Closes and drops it. */
    @Override
    public void close() {
        try {
            database.close();
        } finally {
            whenClosed.run();
        }
    }

    /** Something on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T on(Connection connection) throws SQLException;
    }
}

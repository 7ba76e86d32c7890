package dev.dovetail.migrations.execution;

import dev.dovetail.core.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** How one step becomes all or nothing, where the engine can do that with DDL. */
interface StepTransaction {

    static StepTransaction of(Engine engine, Duration lockTimeout) {
        return switch (engine) {
            case SQLITE -> new SqliteStepTransaction(lockTimeout);
            case POSTGRESQL -> new JdbcStepTransaction();
            case H2, MARIADB, MYSQL -> new NoStepTransaction();
        };
    }

    /** Whether DDL can be taken back. */
    boolean coversDdl();

    void begin(Connection connection) throws SQLException;

    void commit(Connection connection) throws SQLException;

    /** Also where nothing has begun, or the transaction is over. */
    void rollback(Connection connection) throws SQLException;

    /** Begins, does the work, which commits what should stay, and takes back the rest. */
    default <T> T around(Connection connection, Work<T> work) throws SQLException {
        begin(connection);
        T result;
        try {
            result = work.run();
        } catch (Throwable failure) {
            try {
                rollback(connection);
            } catch (SQLException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
        rollback(connection);
        return result;
    }

    /** What happens in a transaction. */
    interface Work<T> {
        T run() throws SQLException;
    }
}

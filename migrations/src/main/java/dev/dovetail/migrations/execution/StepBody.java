package dev.dovetail.migrations.execution;

import dev.dovetail.migrations.history.HistoryRow;
import java.sql.Connection;
import java.sql.SQLException;

/** What one step runs. */
interface StepBody {

    /** Whether it runs in the transaction of the step. */
    boolean inTransaction();

    /**
     * Runs it, from a statement on.
     *
     * @param first how many statements are left out at the beginning
     * @throws RefusedStatement outside a transaction, if it stops before its end
     */
    void run(Connection connection, int first) throws SQLException;

    /**
     * Where to go on.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if that is not known, or what ran before has changed
     */
    int firstToRun(HistoryRow unfinished);

    /** Takes away what the statement left that is run again, where that is of no use to anybody. */
    default void clearBefore(Connection connection, int first) throws SQLException {
        // Most statements leave nothing.
    }
}

package dev.dovetail.migrations.execution;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.history.History;
import dev.dovetail.migrations.history.HistoryRow;
import dev.dovetail.migrations.history.HistoryTable;
import dev.dovetail.migrations.result.Direction;
import dev.dovetail.migrations.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Runs one step in a transaction that has begun, and ends it. Outside a transaction, the history says "not finished"
 * before the first statement runs, so that a crash leaves a trace.
 */
record StepRunner(Engine engine, HistoryTable table, StepTransaction transaction) {

    void run(Connection connection, Step step, History history) throws SQLException {
        boolean inTransaction =
                transaction.coversDdl() && step.script().header().transactional();
        ScriptRunner runner = new ScriptRunner(engine);
        List<SqlStatement> statements = runner.parse(step.script(), inTransaction);
        boolean upgrade = step.direction() == Direction.UPGRADE;
        table.create(connection);
        long startedAt = System.nanoTime();
        if (inTransaction) {
            runner.run(connection, step, statements, true);
            if (upgrade) {
                table.insert(
                        connection, Rows.applied(connection, step.revision(), history.nextRank(), startedAt, true));
            } else {
                table.delete(connection, row(history, step));
            }
            transaction.commit(connection);
            return;
        }
        HistoryRow unfinished = upgrade
                ? Rows.applied(connection, step.revision(), history.nextRank(), startedAt, false)
                : Rows.unfinished(row(history, step));
        if (upgrade) {
            table.insert(connection, unfinished);
        } else {
            table.replace(connection, unfinished);
        }
        transaction.commit(connection);
        runner.run(connection, step, statements, false);
        transaction.begin(connection);
        if (upgrade) {
            table.replace(connection, Rows.applied(connection, step.revision(), unfinished.rank(), startedAt, true));
        } else {
            table.delete(connection, unfinished);
        }
        transaction.commit(connection);
    }

    private static HistoryRow row(History history, Step step) {
        return Objects.requireNonNull(history.row(step.revision().id()), "only what is applied is taken back");
    }
}

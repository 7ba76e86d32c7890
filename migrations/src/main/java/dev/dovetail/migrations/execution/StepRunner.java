package dev.dovetail.migrations.execution;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.code.JavaRevision;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.history.History;
import dev.dovetail.migrations.history.HistoryRow;
import dev.dovetail.migrations.history.HistoryTable;
import dev.dovetail.migrations.result.Direction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Runs one step in a transaction that has begun, and ends it. Outside a transaction, the history says "not finished"
 * before the first statement runs, so that a crash leaves a trace; and how far it came if a statement is refused, so that
 * it can go on there.
 */
record StepRunner(Engine engine, HistoryTable table, StepTransaction transaction) {

    void run(Connection connection, Step step, History history) throws SQLException {
        StepBody body = body(step);
        table.create(connection);
        long startedAt = System.nanoTime();
        boolean upgrade = step.direction() == Direction.UPGRADE;
        if (body.inTransaction()) {
            try (LockTimeout timeout = LockTimeout.of(step.script(), engine, connection)) {
                body.run(connection, 0);
            }
            if (upgrade) {
                table.insert(connection, Rows.applied(connection, step.revision(), history.nextRank(), startedAt));
            } else {
                table.delete(connection, row(history, step));
            }
            transaction.commit(connection);
            return;
        }
        HistoryRow unfinished = upgrade
                ? Rows.started(connection, step.revision(), history.nextRank(), startedAt)
                : Rows.goingBack(row(history, step));
        if (upgrade) {
            table.insert(connection, unfinished);
        } else {
            table.replace(connection, unfinished);
        }
        transaction.commit(connection);
        finish(connection, step, body, unfinished, 0);
    }

    /** Goes on with a step that stopped outside a transaction; none has begun. */
    void resume(Connection connection, Step step, HistoryRow unfinished) throws SQLException {
        StepBody body = body(step);
        int first = body.firstToRun(unfinished);
        transaction.rollback(connection);
        body.clearBefore(connection, first);
        finish(connection, step, body, unfinished, first);
    }

    private void finish(Connection connection, Step step, StepBody body, HistoryRow unfinished, int first)
            throws SQLException {
        long startedAt = System.nanoTime();
        try (LockTimeout timeout = LockTimeout.of(step.script(), engine, connection)) {
            body.run(connection, first);
        } catch (RefusedStatement refused) {
            writeDown(connection, Rows.refusedAfter(unfinished, refused.done(), refused.checksum()), refused.failure());
            throw refused.failure();
        }
        transaction.begin(connection);
        if (step.direction() == Direction.UPGRADE) {
            table.replace(connection, Rows.applied(connection, step.revision(), unfinished.rank(), startedAt));
        } else {
            table.delete(connection, unfinished);
        }
        transaction.commit(connection);
    }

    /** If that fails, too, it is only not known how far the script came. */
    private void writeDown(Connection connection, HistoryRow row, MigrationException failure) {
        try {
            transaction.around(connection, () -> {
                table.replace(connection, row);
                transaction.commit(connection);
                return true;
            });
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    private StepBody body(Step step) {
        boolean inTransaction =
                transaction.coversDdl() && step.script().header().transactional();
        JavaRevision java = step.script().java();
        return java == null
                ? new ScriptBody(engine, step, inTransaction)
                : new JavaBody(engine, step, java, inTransaction);
    }

    private static HistoryRow row(History history, Step step) {
        return Objects.requireNonNull(history.row(step.revision().id()), "only what is applied is taken back");
    }
}

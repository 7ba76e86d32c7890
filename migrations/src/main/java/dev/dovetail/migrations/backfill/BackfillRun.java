package dev.dovetail.migrations.backfill;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.InterruptedWaitException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One run of a backfill on one connection: batch after batch, until nothing is left. */
final class BackfillRun {

    private static final int ATTEMPTS = 5;
    private static final Duration RETRY_AFTER = Duration.ofMillis(50);

    private final Connection connection;
    private final BackfillPlan plan;
    private final ProgressTable table;
    private final BatchTransaction transaction;
    private final Batch batch;
    private final ReplicationLag lag;

    BackfillRun(Connection connection, Engine engine, BackfillPlan plan) throws SQLException {
        this.connection = connection;
        this.plan = plan;
        this.table = new ProgressTable(engine);
        this.transaction = new BatchTransaction(connection, engine);
        this.batch = new Batch(connection, plan, KeyColumn.find(connection, engine, plan), transaction);
        this.lag = new ReplicationLag(connection, engine, plan.maxLag());
    }

    BackfillProgress run() throws SQLException {
        table.create(connection);
        ProgressTable.Row row = begin();
        while (!row.progress().finished()) {
            waitForOthers();
            row = next(1);
            plan.listener().accept(row.progress());
            if (!row.progress().finished()) {
                sleep(plan.pause());
            }
        }
        return row.progress();
    }

    private ProgressTable.Row begin() throws SQLException {
        ProgressTable.Row row = table.read(connection, plan.name(), false);
        if (row == null) {
            Instant now = Instant.now();
            table.begin(
                    connection,
                    new ProgressTable.Row(
                            plan.checksum(),
                            null,
                            batch.highestKey(),
                            new BackfillProgress(
                                    plan.name(), plan.table(), batch.countRows(), 0, 0, 0, now, now, false)));
            row = table.read(connection, plan.name(), false);
        }
        return required(row);
    }

    private ProgressTable.Row required(ProgressTable.@Nullable Row row) {
        if (row == null || row.checksum() != plan.checksum()) {
            throw BackfillErrors.changed(plan);
        }
        return row;
    }

    private ProgressTable.Row next(int attempt) throws SQLException {
        try {
            transaction.begin();
            ProgressTable.Row after;
            try {
                // Whoever holds this row does the next batch; another process reads here what that one did.
                after = batch.after(required(table.read(connection, plan.name(), true)));
                table.update(connection, after);
                transaction.commit();
            } catch (Throwable failure) {
                transaction.rollback(failure);
                throw failure;
            }
            return after;
        } catch (SQLException failure) {
            if (!transaction.isTransient(failure) || attempt == ATTEMPTS) {
                throw failure;
            }
            sleep(RETRY_AFTER.multipliedBy(attempt));
            return next(attempt + 1);
        }
    }

    private void waitForOthers() throws SQLException {
        while (lag.isTooHigh()) {
            sleep(ReplicationLag.LOOK_AGAIN_AFTER);
        }
        Duration delay = plan.throttle().delay();
        while (!delay.isZero() && !delay.isNegative()) {
            sleep(delay);
            delay = plan.throttle().delay();
        }
    }

    private void sleep(Duration duration) {
        if (duration.isZero()) {
            return;
        }
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedWaitException(
                    new Explanation(
                            CoreError.INTERRUPTED,
                            "The backfill '" + plan.name() + "' was interrupted between two batches.",
                            "the application or its executor is shutting down",
                            "run it again: it goes on where it was"),
                    e);
        }
    }
}

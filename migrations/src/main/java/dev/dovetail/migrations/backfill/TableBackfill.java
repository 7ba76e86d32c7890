package dev.dovetail.migrations.backfill;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A backfill of one table. */
record TableBackfill(BackfillSource source, BackfillPlan plan) implements Backfill {

    static List<BackfillProgress> progress(BackfillSource source) {
        ProgressTable table = new ProgressTable(source.engine());
        return source.use(connection -> table.exists(connection) ? table.all(connection) : List.of());
    }

    @Override
    public Backfill table(String table) {
        return new TableBackfill(source, plan.withTable(table));
    }

    @Override
    public Backfill key(String column) {
        return new TableBackfill(source, plan.withKey(column));
    }

    @Override
    public Backfill set(String assignments) {
        return new TableBackfill(source, plan.withSet(assignments));
    }

    @Override
    public Backfill where(String condition) {
        return new TableBackfill(source, plan.withWhere(condition));
    }

    @Override
    public Backfill batchSize(int rows) {
        return new TableBackfill(source, plan.withBatchSize(rows));
    }

    @Override
    public Backfill pause(Duration pause) {
        return new TableBackfill(source, plan.withPause(pause));
    }

    @Override
    public Backfill throttle(Throttle throttle) {
        return new TableBackfill(source, plan.withThrottle(throttle));
    }

    @Override
    public Backfill maxReplicationLag(Duration most) {
        return new TableBackfill(source, plan.withMaxLag(most));
    }

    @Override
    public Backfill onProgress(Consumer<BackfillProgress> listener) {
        return new TableBackfill(source, plan.withListener(listener));
    }

    @Override
    public BackfillProgress run() {
        if (plan.table().isBlank() || plan.set().isBlank()) {
            throw BackfillErrors.incomplete(plan);
        }
        return source.use(connection -> new BackfillRun(connection, source.engine(), plan).run());
    }

    @Override
    public void forget() {
        ProgressTable table = new ProgressTable(source.engine());
        source.use(connection -> {
            if (table.exists(connection)) {
                table.delete(connection, plan.name());
            }
            return true;
        });
    }
}

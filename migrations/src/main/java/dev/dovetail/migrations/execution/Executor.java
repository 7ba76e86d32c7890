package dev.dovetail.migrations.execution;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.graph.Target;
import dev.dovetail.migrations.history.History;
import dev.dovetail.migrations.history.HistoryRow;
import dev.dovetail.migrations.result.AppliedStep;
import dev.dovetail.migrations.result.Direction;
import dev.dovetail.migrations.result.MigrationRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings a database from one revision to another, one script after the other, while nobody else does. */
public final class Executor {

    private final RevisionGraph graph;
    private final RunScope scope;
    private final Consumer<AppliedStep> listener;

    /**
     * For a database and its scripts.
     *
     * @param lockTimeout how long to wait for another process
     * @param listener hears of each step when it is done
     */
    public Executor(DatabaseAccess access, RevisionGraph graph, Duration lockTimeout, Consumer<AppliedStep> listener) {
        this.graph = graph;
        this.scope = new RunScope(access, lockTimeout);
        this.listener = listener;
    }

    /** Runs upgrade scripts up to the target. */
    public MigrationRun upgrade(Target target) {
        return run(new UpgradePlanner(graph, target));
    }

    /** Runs downgrade scripts down to the target. */
    public MigrationRun downgrade(Target target) {
        return run(new DowngradePlanner(graph, target));
    }

    /**
     * Goes on after a step that stopped outside a transaction, from the statement that was refused; then, if that was on
     * the way up, with what is pending. Where no step stopped, an upgrade.
     */
    public MigrationRun resume(Target target) {
        long startedAt = System.nanoTime();
        List<AppliedStep> done = new ArrayList<>();
        AtomicBoolean wentDown = new AtomicBoolean();
        scope.locked((connection, transaction) -> {
            Optional<AppliedStep> finished = transaction.around(connection, () -> {
                Optional<HistoryRow> failed = scope.table().read(connection).failed();
                return failed.isPresent()
                        ? Optional.of(finish(connection, transaction, failed.get()))
                        : Optional.<AppliedStep>empty();
            });
            finished.ifPresent(step -> {
                done.add(step);
                listener.accept(step);
                wentDown.set(step.direction() == Direction.DOWNGRADE);
            });
            if (!wentDown.get()) {
                steps(connection, transaction, new UpgradePlanner(graph, target), done);
            }
        });
        return new MigrationRun(done, Duration.ofNanos(System.nanoTime() - startedAt));
    }

    private AppliedStep finish(Connection connection, StepTransaction transaction, HistoryRow row) throws SQLException {
        long startedAt = System.nanoTime();
        Revision revision = graph.find(row.revision());
        Direction direction = row.type().direction();
        if (revision == null || direction == null) {
            throw PlanErrors.notKnownHowFar(row, revision);
        }
        if (direction == Direction.DOWNGRADE && revision.downgrade() == null) {
            throw PlanErrors.missingDowngrade(List.of(revision));
        }
        Step step = new Step(direction, revision);
        new StepRunner(scope.engine(), scope.table(), transaction).resume(connection, step, row);
        return applied(step, startedAt);
    }

    private static AppliedStep applied(Step step, long startedAt) {
        return new AppliedStep(
                step.direction(),
                step.revision().id(),
                step.revision().description(),
                step.script().path(),
                Duration.ofNanos(System.nanoTime() - startedAt));
    }

    private MigrationRun run(Planner planner) {
        long startedAt = System.nanoTime();
        List<AppliedStep> done = new ArrayList<>();
        if (!scope.unlocked(connection -> isNothingToDo(scope.table().read(connection), planner))) {
            scope.locked((connection, transaction) -> steps(connection, transaction, planner, done));
        }
        return new MigrationRun(done, Duration.ofNanos(System.nanoTime() - startedAt));
    }

    /** A script that is not finished may be running right now: that is for the holder of the lock to judge. */
    private static boolean isNothingToDo(History history, Planner planner) {
        return history.failed().isEmpty() && planner.plan(history).isEmpty();
    }

    private void steps(Connection connection, StepTransaction transaction, Planner planner, List<AppliedStep> done)
            throws SQLException {
        StepRunner runner = new StepRunner(scope.engine(), scope.table(), transaction);
        AtomicReference<@Nullable List<Step>> plan = new AtomicReference<>();
        while (true) {
            long startedAt = System.nanoTime();
            Optional<Step> found = transaction.around(connection, () -> {
                History history = scope.table().read(connection);
                List<Step> steps = plan.get();
                if (steps == null) {
                    steps = planner.plan(history);
                    plan.set(steps);
                }
                Optional<Step> next =
                        steps.stream().filter(step -> !step.isDone(history)).findFirst();
                if (next.isPresent()) {
                    runner.run(connection, next.get(), history);
                }
                return next;
            });
            if (found.isEmpty()) {
                return;
            }
            AppliedStep applied = applied(found.get(), startedAt);
            done.add(applied);
            listener.accept(applied);
        }
    }
}

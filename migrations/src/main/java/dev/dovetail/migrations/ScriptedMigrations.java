package dev.dovetail.migrations;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.migrations.execution.Executor;
import dev.dovetail.migrations.execution.HistoryReport;
import dev.dovetail.migrations.execution.Stamp;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.graph.Target;
import dev.dovetail.migrations.result.AppliedStep;
import dev.dovetail.migrations.result.HistoryEntry;
import dev.dovetail.migrations.result.MigrationRun;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.script.Scripts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Migrations from scripts. */
final class ScriptedMigrations implements Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private final DatabaseAccess access;
    private final List<String> locations;
    private final Duration lockTimeout;
    private final Consumer<AppliedStep> listener;

    ScriptedMigrations(DatabaseAccess access, MigrationOptions options) {
        this.access = access;
        this.locations = options.locations();
        this.lockTimeout = options.lockTimeout();
        this.listener = options.listener();
    }

    @Override
    public MigrationRun upgrade() {
        return executor().upgrade(Target.HEAD);
    }

    @Override
    public MigrationRun upgrade(String target) {
        return executor().upgrade(Target.parse(target));
    }

    @Override
    public MigrationRun downgrade() {
        return executor().downgrade(Target.ONE_BACK);
    }

    @Override
    public MigrationRun downgrade(String target) {
        return executor().downgrade(Target.parse(target));
    }

    @Override
    public void stamp(String target) {
        new Stamp(access, graph(), lockTimeout).at(Target.parse(target));
    }

    @Override
    public Optional<HistoryEntry> current() {
        List<HistoryEntry> history = history();
        for (int i = history.size() - 1; i >= 0; i--) {
            RevisionState state = history.get(i).state();
            if (state != RevisionState.PENDING && state != RevisionState.FAILED) {
                return Optional.of(history.get(i));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<HistoryEntry> history() {
        return HistoryReport.of(access, graph());
    }

    private RevisionGraph graph() {
        return RevisionGraph.of(Scripts.read(locations, access.engine()));
    }

    private Executor executor() {
        return new Executor(access, graph(), lockTimeout, this::announce);
    }

    private void announce(AppliedStep step) {
        LOG.info("{} in {} ms", step.script(), step.elapsed().toMillis());
        listener.accept(step);
    }
}

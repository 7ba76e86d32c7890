package dev.dovetail.migrations;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.migrations.autogenerate.Autogenerate;
import dev.dovetail.migrations.autogenerate.Detected;
import dev.dovetail.migrations.autogenerate.EmptyRevisions;
import dev.dovetail.migrations.autogenerate.GenerateOptions;
import dev.dovetail.migrations.autogenerate.Generated;
import dev.dovetail.migrations.autogenerate.ScriptFolder;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import dev.dovetail.migrations.backfill.Backfill;
import dev.dovetail.migrations.backfill.BackfillProgress;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.diagram.DiagramFormat;
import dev.dovetail.migrations.doctor.Diagnosis;
import dev.dovetail.migrations.doctor.Doctor;
import dev.dovetail.migrations.doctor.Leftovers;
import dev.dovetail.migrations.execution.Executor;
import dev.dovetail.migrations.execution.FlywayStamp;
import dev.dovetail.migrations.execution.HistoryReport;
import dev.dovetail.migrations.execution.Stamp;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.graph.Target;
import dev.dovetail.migrations.lint.LintReport;
import dev.dovetail.migrations.result.AppliedStep;
import dev.dovetail.migrations.result.HistoryEntry;
import dev.dovetail.migrations.result.MigrationRun;
import dev.dovetail.migrations.result.RevisionInfo;
import dev.dovetail.migrations.result.RevisionState;
import dev.dovetail.migrations.scratch.ScratchDatabase;
import dev.dovetail.migrations.scratch.ScratchDatabases;
import dev.dovetail.migrations.script.Scripts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
    private final List<String> scratch;

    ScriptedMigrations(DatabaseAccess access, MigrationOptions options) {
        this.access = access;
        this.locations = options.locations();
        this.lockTimeout = options.lockTimeout();
        this.listener = options.listener();
        this.scratch = options.scratch();
    }

    @Override
    public MigrationRun upgrade() {
        return executor(Target.HEAD).upgrade(Target.HEAD);
    }

    @Override
    public MigrationRun upgrade(String target) {
        Target parsed = Target.parse(target);
        return executor(parsed).upgrade(parsed);
    }

    @Override
    public MigrationRun downgrade() {
        return executor(Target.ONE_BACK).downgrade(Target.ONE_BACK);
    }

    @Override
    public MigrationRun downgrade(String target) {
        Target parsed = Target.parse(target);
        return executor(parsed).downgrade(parsed);
    }

    @Override
    public void stamp(String target) {
        Target parsed = Target.parse(target);
        new Stamp(access, graph(parsed), lockTimeout).at(parsed);
    }

    @Override
    public MigrationRun resume() {
        return executor(Target.HEAD).resume(Target.HEAD);
    }

    @Override
    public void stampFromFlyway(String table) {
        new FlywayStamp(access, anyHeads(), lockTimeout).from(table);
    }

    @Override
    public Backfill backfill(String name) {
        return Backfill.of(access, name);
    }

    @Override
    public List<BackfillProgress> backfills() {
        return Backfill.progress(access);
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
        return HistoryReport.of(access, anyHeads());
    }

    @Override
    public Generated migrate(String message, SchemaModel model, Consumer<GenerateOptions> options) {
        return autogenerate(model, options).migrate(message);
    }

    @Override
    public List<Detected> detect(SchemaModel model, Consumer<GenerateOptions> options) {
        return autogenerate(model, options).detect();
    }

    @Override
    public void check(SchemaModel model) {
        autogenerate(model, options -> {}).check();
    }

    @Override
    public Detected diff(SchemaModel model) {
        return autogenerate(model, options -> {}).diff(access.engine(), actual());
    }

    private Schema actual() {
        try (Connection connection = access.openConnection()) {
            return Schema.read(connection, access.engine());
        } catch (SQLException failure) {
            throw access.translate(failure, null);
        }
    }

    @Override
    public List<Path> init(Engine... engines) {
        return ScriptFolder.of(locations).create(List.of(engines));
    }

    @Override
    public List<Path> revision(String message) {
        return new EmptyRevisions(locations).revision(message);
    }

    @Override
    public List<Path> merge(String message) {
        return new EmptyRevisions(locations).merge(message);
    }

    @Override
    public List<RevisionInfo> heads() {
        return anyHeads().heads().stream().map(RevisionInfos::of).toList();
    }

    @Override
    public RevisionInfo show(String target) {
        return RevisionInfos.of(RevisionInfos.find(anyHeads(), target));
    }

    @Override
    public String sql(String range) {
        return OfflineSql.of(graph(Target.HEAD), access.engine(), range);
    }

    @Override
    public LintReport lint(String scope) {
        return LintScope.of(scope, locations).lint(access.engine(), this::history);
    }

    @Override
    public List<RevisionInfo> revisions() {
        return anyHeads().inOrder().stream().map(RevisionInfos::of).toList();
    }

    @Override
    public Diagnosis doctor() {
        return Doctor.examine(access, locations);
    }

    @Override
    public List<String> removeLeftovers() {
        return new Leftovers(access).remove();
    }

    @Override
    public String diagram(DiagramFormat format) {
        return format.draw(actual());
    }

    @Override
    public String diagram(DiagramFormat format, SchemaModel model, Engine engine) {
        try (ScratchDatabase scratch = new ScratchDatabases(this.scratch).create(engine)) {
            scratch.run(model.createStatements(engine));
            return format.draw(scratch.schema());
        }
    }

    private Autogenerate autogenerate(SchemaModel model, Consumer<GenerateOptions> options) {
        GenerateOptions chosen = new GenerateOptions();
        options.accept(chosen);
        return new Autogenerate(locations, new ScratchDatabases(scratch), model, chosen);
    }

    private RevisionGraph anyHeads() {
        return RevisionGraph.withAnyHeads(Scripts.read(locations, access.engine()));
    }

    private RevisionGraph graph(Target target) {
        return target.allowsSeveralHeads() ? anyHeads() : RevisionGraph.of(Scripts.read(locations, access.engine()));
    }

    private Executor executor(Target target) {
        return new Executor(access, graph(target), lockTimeout, this::announce);
    }

    private void announce(AppliedStep step) {
        LOG.info("{} in {} ms", step.script(), step.elapsed().toMillis());
        listener.accept(step);
    }
}

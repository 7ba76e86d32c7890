package dev.dovetail.migrations.autogenerate;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.execution.Executor;
import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.graph.Target;
import dev.dovetail.migrations.proof.Expectation;
import dev.dovetail.migrations.proof.Proof;
import dev.dovetail.migrations.revision.RevisionId;
import dev.dovetail.migrations.scratch.ScratchDatabase;
import dev.dovetail.migrations.scratch.ScratchDatabases;
import dev.dovetail.migrations.script.Scripts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what differs between the scripts and a model, on scratch databases of each engine, and writes the scripts that
 * make up for it once they are proven. The database of the application is not touched.
 */
public final class Autogenerate {

    private static final Duration LOCK_TIMEOUT = Duration.ofMinutes(1);

    private final List<String> locations;
    private final ScriptFolder folder;
    private final ScratchDatabases scratches;
    private final SchemaModel model;
    private final GenerateOptions options;
    private final Set<String> asked = new HashSet<>();

    /**
     * For scripts and a model.
     *
     * @param locations of the scripts; the first on disk is written to
     */
    public Autogenerate(
            List<String> locations, ScratchDatabases scratches, SchemaModel model, GenerateOptions options) {
        this.locations = List.copyOf(locations);
        this.folder = ScriptFolder.of(locations);
        this.scratches = scratches;
        this.model = model;
        this.options = options;
    }

    /** Detects, proves and writes. */
    public Generated migrate(String message) {
        Map<Engine, RevisionGraph> graphs = graphs(engines());
        NewRevision revision = NewRevision.of(message, options.clock(), revisions(graphs));
        List<Detected> detected = new ArrayList<>();
        Map<Path, String> files = new LinkedHashMap<>();
        List<EngineRun> runs = new ArrayList<>();
        try {
            for (Map.Entry<Engine, RevisionGraph> graph : graphs.entrySet()) {
                EngineRun run = new EngineRun(graph.getKey(), graph.getValue());
                runs.add(run);
                run.detect();
            }
            List<EngineChange> changes = runs.stream().map(EngineRun::change).toList();
            refuseLosses(changes);
            for (EngineRun run : runs) {
                EngineChange change = run.change();
                if (change.isEmpty()) {
                    detected.add(change.detected(List.of()));
                    continue;
                }
                ChangeScripts scripts = ChangeScripts.of(change, revision, heads(run.graph));
                detected.add(change.detected(run.prove(scripts, revision)));
                files.put(revision.upgrade(folder.root(), run.engine), scripts.upgrade());
                files.put(revision.downgrade(folder.root(), run.engine), scripts.downgrade());
            }
        } finally {
            closeAll(runs);
        }
        // One revision has a script for each engine, also where one of them has nothing to do.
        if (!files.isEmpty()) {
            for (EngineRun run : runs) {
                files.putIfAbsent(
                        revision.upgrade(folder.root(), run.engine),
                        revision.upgradeText(heads(run.graph), List.of("nothing to do on this engine"), List.of()));
                files.putIfAbsent(
                        revision.downgrade(folder.root(), run.engine),
                        revision.downgradeText(List.of("nothing to do on this engine"), List.of()));
            }
        }
        List<Path> written = folder.write(files);
        return new Generated(written.isEmpty() ? Optional.empty() : Optional.of(revision.id()), detected, written);
    }

    /** What {@link #migrate} would find, without writing or proving anything. */
    public List<Detected> detect() {
        List<Detected> detected = new ArrayList<>();
        for (Map.Entry<Engine, RevisionGraph> graph : graphs(engines()).entrySet()) {
            try (EngineRun run = new EngineRun(graph.getKey(), graph.getValue())) {
                run.detect();
                detected.add(run.change().detected(List.of()));
            }
        }
        return detected;
    }

    /**
     * Looks whether the model has something that no script makes.
     *
     * @throws dev.dovetail.migrations.error.MigrationException listing it
     */
    public void check() {
        List<Detected> detected = detect();
        if (!detected.stream().allMatch(Detected::isEmpty)) {
            throw GenerateErrors.outOfDate("The scripts do not lead to the model; this is missing:", detected);
        }
    }

    /** What differs between a database, as it is, and the model. */
    public Detected diff(Engine engine, Schema actual) {
        try (ScratchDatabase scratch = scratches.create(engine)) {
            scratch.run(model.createStatements(engine));
            EngineChange change = Comparison.of(engine, actual, scratch.schema(), model, options, renames -> actual);
            return change.detected(List.of());
        }
    }

    private List<Engine> engines() {
        return options.engines().isEmpty() ? folder.engines() : options.engines();
    }

    private Map<Engine, RevisionGraph> graphs(List<Engine> engines) {
        Map<Engine, RevisionGraph> graphs = new LinkedHashMap<>();
        folder.create(engines);
        engines.forEach(engine -> graphs.put(engine, RevisionGraph.of(Scripts.read(locations, engine))));
        return graphs;
    }

    private static TreeSet<RevisionId> revisions(Map<Engine, RevisionGraph> graphs) {
        TreeSet<RevisionId> known = new TreeSet<>();
        graphs.values().forEach(graph -> graph.inOrder().forEach(revision -> known.add(revision.id())));
        return known;
    }

    private static List<RevisionId> heads(RevisionGraph graph) {
        return graph.heads().stream().map(Revision::id).toList();
    }

    private void refuseLosses(List<EngineChange> changes) {
        if (!options.allowsDrop()
                && changes.stream().anyMatch(change -> !change.losses().isEmpty())) {
            throw GenerateErrors.dataLoss(
                    changes.stream().map(change -> change.detected(List.of())).toList());
        }
    }

    private static void closeAll(List<EngineRun> runs) {
        RuntimeException first = null;
        for (EngineRun run : runs) {
            try {
                run.close();
            } catch (RuntimeException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** One engine: its scratch database with the scripts replayed, and what was found. */
    private final class EngineRun implements AutoCloseable {

        private final Engine engine;
        private final RevisionGraph graph;
        private final ScratchDatabase replayed;
        private @Nullable EngineChange change;

        EngineRun(Engine engine, RevisionGraph graph) {
            this.engine = engine;
            this.graph = graph;
            this.replayed = scratches.create(engine);
        }

        void detect() {
            new Executor(replayed.access(), graph, LOCK_TIMEOUT, step -> {}).upgrade(Target.HEAD);
            Schema previous = replayed.schema();
            try (ScratchDatabase made = scratches.create(engine)) {
                made.run(model.createStatements(engine));
                Schema target = made.schema();
                EngineChange found = compare(previous, target);
                change = agreed(found) ? compare(previous, target) : found;
            }
        }

        private EngineChange compare(Schema previous, Schema target) {
            return Comparison.of(
                    engine, previous, target, model, options, renames -> Comparison.renamed(replayed, engine, renames));
        }

        /** Whether somebody said of something that it was renamed; each is asked about once, for all engines. */
        private boolean agreed(EngineChange found) {
            List<String> agreed = Suggestions.of(found.up()).stream()
                    .filter(suggestion ->
                            asked.add(suggestion) && options.suggestions().test(suggestion))
                    .toList();
            agreed.forEach(options::rename);
            return !agreed.isEmpty();
        }

        EngineChange change() {
            return Objects.requireNonNull(change, "detected before");
        }

        List<String> prove(ChangeScripts scripts, NewRevision revision) {
            EngineChange found = change();
            try (TemporaryFolder temporary = TemporaryFolder.create()) {
                temporary.write(revision.upgrade(temporary.path(), engine), scripts.upgrade());
                temporary.write(revision.downgrade(temporary.path(), engine), scripts.downgrade());
                List<String> all = new ArrayList<>(locations);
                all.add(temporary.path().toString());
                return new Proof(
                                replayed,
                                all,
                                new Expectation(found.previous(), found.goal().schema(), found.renames()),
                                options.isWithData())
                        .run();
            }
        }

        @Override
        public void close() {
            replayed.close();
        }
    }
}

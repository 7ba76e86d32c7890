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
        List<Detected> detected = new ArrayList<>();
        Map<Path, String> files = new LinkedHashMap<>();
        List<NewRevision> revisions = List.of();
        List<EngineRun> runs = new ArrayList<>();
        try {
            for (Map.Entry<Engine, RevisionGraph> graph : graphs.entrySet()) {
                EngineRun run = new EngineRun(graph.getKey(), graph.getValue());
                runs.add(run);
                run.detect();
            }
            refuseLosses(runs.stream().map(EngineRun::change).toList());
            runs.forEach(EngineRun::plan);
            int steps = runs.stream().mapToInt(run -> run.phases.size()).max().orElse(0);
            revisions = NewRevision.several(steps, message, options.clock(), revisions(graphs));
            for (EngineRun run : runs) {
                // One revision has a script for each engine, also where one of them has nothing to do.
                ChangeScripts scripts = ChangeScripts.of(run.change(), revisions, run.phases, heads(run.graph));
                List<String> notes = new ArrayList<>(run.notes);
                if (!run.change().isEmpty()) {
                    notes.addAll(run.prove(scripts));
                }
                detected.add(run.change().detected(notes));
                files.putAll(scripts.files(folder.root()));
            }
        } finally {
            closeAll(runs);
        }
        List<Path> written = folder.write(files);
        return new Generated(
                revisions.isEmpty()
                        ? Optional.empty()
                        : Optional.of(revisions.get(revisions.size() - 1).id()),
                detected,
                written);
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
        private final List<Phase> phases = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private @Nullable EngineChange change;
        private @Nullable Schema target;

        EngineRun(Engine engine, RevisionGraph graph) {
            this.engine = engine;
            this.graph = graph;
            this.replayed = scratches.create(engine);
        }

        void detect() {
            Schema wanted = scratches.schemaOf(model.createStatements(engine), replayed);
            new Executor(replayed.access(), graph, LOCK_TIMEOUT, step -> {}).upgrade(Target.HEAD);
            Schema previous = replayed.schema();
            EngineChange found = compare(previous, wanted);
            change = agreed(found) ? compare(previous, wanted) : found;
            target = wanted;
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

        /** Into which revisions the change goes. */
        void plan() {
            EngineChange found = change();
            if (found.isEmpty()) {
                return;
            }
            if (options.isSafe()) {
                phases.addAll(
                        SafeChange.phases(found, renames -> Comparison.renamed(replayed, engine, renames), notes));
            } else {
                phases.add(new Phase("", true, List.of(), found.upStatements(), found.downStatements()));
            }
        }

        List<String> prove(ChangeScripts scripts) {
            EngineChange found = change();
            try (TemporaryFolder temporary = TemporaryFolder.create()) {
                scripts.files(temporary.path()).forEach(temporary::write);
                List<String> all = new ArrayList<>(locations);
                all.add(temporary.path().toString());
                List<String> learned = new Proof(
                                replayed,
                                all,
                                new Expectation(found.previous(), found.goal().schema(), found.renames()),
                                options.isWithData())
                        .steps(scripts.revisions().size())
                        .run();
                requireNothingMore();
                return learned;
            }
        }

        /** A second run must find nothing: what was asked for once is done. */
        private void requireNothingMore() {
            EngineChange second = Comparison.of(
                    engine,
                    replayed.schema(),
                    Objects.requireNonNull(target, "detected before"),
                    model,
                    options.withoutRenames(),
                    renames -> Comparison.renamed(replayed, engine, renames));
            if (!second.isEmpty()) {
                throw GenerateErrors.neverSettles(second.detected(List.of()));
            }
        }

        @Override
        public void close() {
            replayed.close();
        }
    }
}

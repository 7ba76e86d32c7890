package dev.dovetail.migrations.autogenerate;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.revision.RevisionId;
import dev.dovetail.migrations.script.Scripts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Revisions without statements: to be filled by hand, or to join branches. */
public final class EmptyRevisions {

    private final List<String> locations;
    private final ScriptFolder folder;

    /** In locations, of which the first on disk is written to. */
    public EmptyRevisions(List<String> locations) {
        this.locations = List.copyOf(locations);
        this.folder = ScriptFolder.of(locations);
    }

    /** One behind the head, for every engine that has a folder. */
    public List<Path> revision(String message) {
        Map<Engine, RevisionGraph> graphs = new LinkedHashMap<>();
        folder.engines().forEach(engine -> graphs.put(engine, RevisionGraph.of(Scripts.read(locations, engine))));
        return write(message, graphs, List.of("write the statements below; each script is one transaction"));
    }

    /** One behind all heads. */
    public List<Path> merge(String message) {
        Map<Engine, RevisionGraph> graphs = new LinkedHashMap<>();
        folder.engines()
                .forEach(engine -> graphs.put(engine, RevisionGraph.withAnyHeads(Scripts.read(locations, engine))));
        int most = graphs.values().stream()
                .mapToInt(graph -> graph.heads().size())
                .max()
                .orElse(0);
        if (most < 2) {
            throw GenerateErrors.nothingToMerge(most);
        }
        return write(message, graphs, List.of("joins branches; nothing to do"));
    }

    private List<Path> write(String message, Map<Engine, RevisionGraph> graphs, List<String> remarks) {
        TreeSet<RevisionId> known = new TreeSet<>();
        graphs.values().forEach(graph -> graph.inOrder().forEach(revision -> known.add(revision.id())));
        NewRevision revision = NewRevision.of(message, Clock.systemUTC(), known);
        Map<Path, String> files = new LinkedHashMap<>();
        graphs.forEach((engine, graph) -> {
            List<RevisionId> heads = graph.heads().stream().map(Revision::id).toList();
            files.put(revision.upgrade(folder.root(), engine), revision.upgradeText(heads, remarks, List.of()));
            files.put(revision.downgrade(folder.root(), engine), revision.downgradeText(remarks, List.of()));
        });
        return folder.write(files);
    }
}

package dev.dovetail.migrations.graph;

import dev.dovetail.migrations.revision.RevisionId;
import dev.dovetail.migrations.script.Script;
import dev.dovetail.migrations.script.ScriptKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/** Makes a graph of scripts and refuses what is none. */
final class GraphBuilder {

    private GraphBuilder() {}

    static RevisionGraph build(List<Script> scripts) {
        TreeMap<RevisionId, Script> upgrades = byRevision(scripts, ScriptKind.UPGRADE);
        TreeMap<RevisionId, Script> downgrades = byRevision(scripts, ScriptKind.DOWNGRADE);
        downgrades.forEach((id, script) -> {
            if (!upgrades.containsKey(id)) {
                throw GraphErrors.downgradeWithoutUpgrade(script);
            }
        });
        List<Revision> revisions = new ArrayList<>();
        upgrades.forEach(
                (id, script) -> revisions.add(new Revision(id, script, downgrades.get(id), parents(script, upgrades))));
        return new RevisionGraph(inOrder(revisions));
    }

    private static TreeMap<RevisionId, Script> byRevision(List<Script> scripts, ScriptKind kind) {
        TreeMap<RevisionId, Script> found = new TreeMap<>();
        for (Script script : scripts) {
            if (script.kind() == kind) {
                Script other = found.put(script.revision(), script);
                if (other != null) {
                    throw GraphErrors.duplicate(other, script);
                }
            }
        }
        return found;
    }

    private static List<RevisionId> parents(Script script, TreeMap<RevisionId, Script> upgrades) {
        List<RevisionId> stated = script.header().downRevisions();
        if (stated == null) {
            RevisionId before = upgrades.lowerKey(script.revision());
            return before == null ? List.of() : List.of(before);
        }
        List<RevisionId> parents = new ArrayList<>();
        for (RevisionId id : stated) {
            Script parent = upgrades.get(id);
            if (parent == null) {
                throw GraphErrors.unknownParent(script, id);
            }
            parents.add(parent.revision());
        }
        return parents;
    }

    /** Kahn's algorithm; among those that could come next, the lowest id does. */
    private static List<Revision> inOrder(List<Revision> revisions) {
        PriorityQueue<Revision> ready = new PriorityQueue<>((a, b) -> a.id().compareTo(b.id()));
        List<Revision> waiting = new ArrayList<>();
        revisions.forEach(revision -> (revision.parents().isEmpty() ? ready : waiting).add(revision));
        List<Revision> ordered = new ArrayList<>();
        Set<RevisionId> done = new HashSet<>();
        for (Revision next = ready.poll(); next != null; next = ready.poll()) {
            ordered.add(next);
            done.add(next.id());
            waiting.removeIf(revision -> done.containsAll(revision.parents()) && ready.add(revision));
        }
        if (!waiting.isEmpty()) {
            throw GraphErrors.cycle(waiting);
        }
        return ordered;
    }
}

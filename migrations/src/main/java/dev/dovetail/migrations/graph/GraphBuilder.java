package dev.dovetail.migrations.graph;

import dev.dovetail.migrations.revision.RevisionId;
import dev.dovetail.migrations.script.Script;
import dev.dovetail.migrations.script.ScriptKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a graph of scripts and refuses what is none. */
final class GraphBuilder {

    private GraphBuilder() {}

    static RevisionGraph build(List<Script> scripts) {
        return build(scripts, false);
    }

    static RevisionGraph buildWithGaps(List<Script> scripts) {
        return build(scripts, true);
    }

    private static RevisionGraph build(List<Script> scripts, boolean gaps) {
        TreeMap<RevisionId, Script> upgrades = byRevision(scripts, ScriptKind.UPGRADE);
        TreeMap<RevisionId, Script> downgrades = byRevision(scripts, ScriptKind.DOWNGRADE);
        downgrades.forEach((id, script) -> {
            if (!upgrades.containsKey(id)) {
                throw GraphErrors.downgradeWithoutUpgrade(script);
            }
        });
        List<Revision> revisions = new ArrayList<>();
        upgrades.forEach((id, script) ->
                revisions.add(new Revision(id, script, downgrades.get(id), parents(script, upgrades, gaps))));
        requireDistinctLabels(revisions);
        return new RevisionGraph(inOrder(revisions));
    }

    private static void requireDistinctLabels(List<Revision> revisions) {
        Map<String, Revision> found = new HashMap<>();
        for (Revision revision : revisions) {
            for (String label : revision.labels()) {
                Revision other = found.putIfAbsent(label, revision);
                if (other != null) {
                    throw GraphErrors.duplicateLabel(label, other, revision);
                }
            }
        }
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

    private static List<RevisionId> parents(Script script, TreeMap<RevisionId, Script> upgrades, boolean gaps) {
        List<RevisionId> stated = script.header().downRevisions();
        if (stated == null) {
            RevisionId before = upgrades.lowerKey(script.revision());
            return before == null ? List.of() : List.of(before);
        }
        List<RevisionId> parents = new ArrayList<>();
        for (RevisionId id : stated) {
            Script parent = upgrades.get(id);
            if (parent == null && gaps) {
                parent = before(id, upgrades);
                if (parent == null) {
                    continue;
                }
            }
            if (parent == null) {
                throw GraphErrors.unknownParent(script, id);
            }
            parents.add(parent.revision());
        }
        return parents;
    }

    private static @Nullable Script before(RevisionId id, TreeMap<RevisionId, Script> upgrades) {
        Map.Entry<RevisionId, Script> entry = upgrades.lowerEntry(id);
        return entry == null ? null : entry.getValue();
    }

    /** Kahn's algorithm; among those that could come next, the lowest id does. */
    private static List<Revision> inOrder(List<Revision> revisions) {
        PriorityQueue<Revision> ready = new PriorityQueue<>((a, b) -> a.id().compareTo(b.id()));
        Map<RevisionId, List<Revision>> followers = new HashMap<>();
        Map<RevisionId, Integer> open = new HashMap<>();
        for (Revision revision : revisions) {
            Set<RevisionId> parents = new HashSet<>(revision.parents());
            open.put(revision.id(), parents.size());
            parents.forEach(parent -> followers
                    .computeIfAbsent(parent, first -> new ArrayList<>())
                    .add(revision));
            if (parents.isEmpty()) {
                ready.add(revision);
            }
        }
        List<Revision> ordered = new ArrayList<>();
        for (Revision next = ready.poll(); next != null; next = ready.poll()) {
            ordered.add(next);
            for (Revision follower : followers.getOrDefault(next.id(), List.of())) {
                if (open.merge(follower.id(), -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            }
        }
        if (ordered.size() < revisions.size()) {
            List<Revision> waiting = new ArrayList<>(revisions);
            waiting.removeAll(ordered);
            throw GraphErrors.cycle(waiting);
        }
        return ordered;
    }
}

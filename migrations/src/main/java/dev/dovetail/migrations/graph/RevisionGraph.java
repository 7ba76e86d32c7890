package dev.dovetail.migrations.graph;

import dev.dovetail.migrations.revision.RevisionId;
import dev.dovetail.migrations.script.Script;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All revisions of one engine in an order in which each comes after those it follows. Immutable. */
public final class RevisionGraph {

    private final Map<RevisionId, Revision> inOrder;

    RevisionGraph(List<Revision> inOrder) {
        this.inOrder = new LinkedHashMap<>();
        inOrder.forEach(revision -> this.inOrder.put(revision.id(), revision));
    }

    /**
     * Puts scripts in order.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if two scripts claim one revision, a downgrade has no
     *     upgrade, a header names what does not exist, revisions form a circle, or there are several heads
     */
    public static RevisionGraph of(List<Script> scripts) {
        RevisionGraph graph = withAnyHeads(scripts);
        List<Revision> heads = graph.heads();
        if (heads.size() > 1) {
            throw GraphErrors.severalHeads(heads);
        }
        return graph;
    }

    /** Like {@link #of}, but several heads are no error: for looking at them and for merging them. */
    public static RevisionGraph withAnyHeads(List<Script> scripts) {
        return GraphBuilder.build(scripts);
    }

    /**
     * Like {@link #of}, for scripts without the migrations in Java that may stand between them: a revision that is not here
     * counts as the one before.
     */
    public static RevisionGraph ofScriptsAlone(List<Script> scripts) {
        return GraphBuilder.buildWithGaps(scripts);
    }

    /** The revisions that no other one follows, in order. */
    public List<Revision> heads() {
        Set<RevisionId> followed = new HashSet<>();
        inOrder.values().forEach(revision -> followed.addAll(revision.parents()));
        return inOrder.values().stream()
                .filter(revision -> !followed.contains(revision.id()))
                .toList();
    }

    /** Every revision, each after those it follows; where nothing else decides, by id. */
    public Collection<Revision> inOrder() {
        return inOrder.values();
    }

    /** The revision with this id, or null. */
    public @Nullable Revision find(RevisionId id) {
        return inOrder.get(id);
    }

    /**
     * The revision with this id, or else the only one whose id begins with it.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if there is none, or more than one
     */
    public Revision named(String idOrPrefix) {
        return Names.find(this, idOrPrefix);
    }

    /** The ids of a revision and of all that follow it on any way. */
    public Set<RevisionId> from(RevisionId id) {
        Set<RevisionId> found = new HashSet<>(Set.of(id));
        for (Revision revision : inOrder.values()) {
            if (revision.parents().stream().anyMatch(found::contains)) {
                found.add(revision.id());
            }
        }
        return found;
    }

    /**
     * The revision that a branch begins with.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if no revision has this label
     */
    public Revision labelled(String label) {
        return inOrder.values().stream()
                .filter(revision -> revision.labels().contains(label))
                .findFirst()
                .orElseThrow(() -> GraphErrors.unknownLabel(label, inOrder.values()));
    }

    /**
     * The only head of a branch.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if no revision has this label, or the branch has parted
     */
    public Revision headOf(String label) {
        Set<RevisionId> branch = from(labelled(label).id());
        List<Revision> heads = heads().stream()
                .filter(revision -> branch.contains(revision.id()))
                .toList();
        if (heads.size() > 1) {
            throw GraphErrors.severalHeads(heads);
        }
        return heads.get(0);
    }

    /** The ids of a revision and of all that come before it on any way. */
    public Set<RevisionId> upTo(RevisionId id) {
        Set<RevisionId> found = new HashSet<>();
        Deque<RevisionId> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            RevisionId next = open.pop();
            Revision revision = inOrder.get(next);
            if (revision != null && found.add(next)) {
                open.addAll(revision.parents());
            }
        }
        return found;
    }
}

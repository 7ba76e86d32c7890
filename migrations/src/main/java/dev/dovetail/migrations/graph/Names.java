package dev.dovetail.migrations.graph;

import dev.dovetail.migrations.revision.RevisionId;
import java.util.List;

/** Finds the revision that somebody means. */
final class Names {

    private Names() {}

    static Revision find(RevisionGraph graph, String text) {
        if (RevisionId.isValid(text)) {
            Revision exact = graph.find(RevisionId.of(text));
            if (exact != null) {
                return exact;
            }
        }
        for (Revision revision : graph.inOrder()) {
            if (revision.labels().contains(text)) {
                return revision;
            }
        }
        List<RevisionId> candidates = text.isEmpty()
                ? List.of()
                : graph.inOrder().stream()
                        .map(Revision::id)
                        .filter(id -> id.startsWith(text))
                        .toList();
        if (candidates.size() > 1) {
            throw GraphErrors.ambiguousTarget(text, candidates);
        }
        Revision only = candidates.isEmpty() ? null : graph.find(candidates.get(0));
        if (only == null) {
            throw GraphErrors.unknownTarget(
                    text, graph.inOrder().stream().map(Revision::id).toList());
        }
        return only;
    }
}

package dev.dovetail.migrations.report;

import dev.dovetail.migrations.result.RevisionInfo;
import dev.dovetail.migrations.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws which revision follows which, newest first, as version control systems draw commits. */
final class RevisionTree {

    /** For each line, the revision that begins where the branch is waited for. */
    private final List<RevisionId> lanes = new ArrayList<>();

    private final List<Line> lines = new ArrayList<>();

    /**
     * A line of the drawing.
     *
     * @param drawing what stands on the left
     * @param revision what stands on it, or null between revisions
     */
    record Line(String drawing, @Nullable RevisionInfo revision) {}

    private RevisionTree() {}

    /** Whether each revision follows the one before it, so that there is nothing to draw. */
    static boolean isALine(List<RevisionInfo> inOrder) {
        for (int i = 0; i < inOrder.size(); i++) {
            List<RevisionId> expected =
                    i == 0 ? List.of() : List.of(inOrder.get(i - 1).id());
            if (!inOrder.get(i).parents().equals(expected)) {
                return false;
            }
        }
        return true;
    }

    static List<Line> draw(List<RevisionInfo> inOrder) {
        RevisionTree tree = new RevisionTree();
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            tree.add(inOrder.get(i));
        }
        return tree.lines;
    }

    private void add(RevisionInfo revision) {
        int lane = lanes.indexOf(revision.id());
        if (lane < 0) {
            lane = lanes.size();
            lanes.add(revision.id());
        }
        for (int other = lanes.lastIndexOf(revision.id()); other > lane; other = lanes.lastIndexOf(revision.id())) {
            lines.add(new Line(joined(lane, other), null));
            lanes.remove(other);
        }
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < lanes.size(); i++) {
            row.append(i == lane ? "* " : "| ");
        }
        lines.add(new Line(row.toString().stripTrailing(), revision));
        List<RevisionId> parents = revision.parents();
        if (parents.isEmpty()) {
            lanes.remove(lane);
            return;
        }
        lanes.set(lane, parents.get(0));
        for (int i = 1; i < parents.size(); i++) {
            lanes.add(lane + i, parents.get(i));
            lines.add(new Line(parted(lane, lane + i), null));
        }
    }

    /** One lane goes over into one to the left of it; those between are crossed. */
    private String joined(int lane, int other) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < lanes.size(); i++) {
            if (i == other) {
                row.setCharAt(row.length() - 1, '/');
                row.append("  ");
            } else {
                row.append('|').append(i >= lane && i < other - 1 ? '_' : ' ');
            }
        }
        return row.toString().stripTrailing();
    }

    /** A new lane goes out to the right. */
    private String parted(int lane, int added) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < lanes.size(); i++) {
            if (i == added) {
                row.setCharAt(row.length() - 1, '\\');
                row.append(lanes.size() - 1 > i ? " " : "");
            } else {
                row.append(i > added ? "\\ " : "|").append(i > added ? "" : i >= lane && i < added - 1 ? "_" : " ");
            }
        }
        return row.toString().stripTrailing();
    }
}

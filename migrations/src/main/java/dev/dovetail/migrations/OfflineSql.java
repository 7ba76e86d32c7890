package dev.dovetail.migrations;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.graph.Revision;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.history.HistoryTable;
import dev.dovetail.migrations.revision.RevisionId;
import dev.dovetail.migrations.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes the scripts of a range one behind the other, each with its row in the history. */
final class OfflineSql {

    private OfflineSql() {}

    static String of(RevisionGraph graph, Engine engine, String range) {
        int colon = range.indexOf(':');
        Set<RevisionId> from = reached(graph, colon < 0 ? "base" : range.substring(0, colon));
        Set<RevisionId> to = reached(graph, colon < 0 ? range : range.substring(colon + 1));
        List<Revision> up = graph.inOrder().stream()
                .filter(revision -> to.contains(revision.id()) && !from.contains(revision.id()))
                .toList();
        List<Revision> down = new ArrayList<>();
        graph.inOrder().stream()
                .filter(revision -> from.contains(revision.id()) && !to.contains(revision.id()))
                .forEach(revision -> down.add(0, revision));
        if (!up.isEmpty() && !down.isEmpty()) {
            throw new MigrationException(new Explanation(
                    MigrationError.UNREACHABLE_TARGET,
                    "'" + range + "' leads neither up nor down: its ends are on different branches.",
                    "the history has branches that were merged later",
                    "begin or end where the branches part or meet"));
        }
        StringBuilder text =
                new StringBuilder("-- ").append(range).append(" on ").append(engine.displayName());
        text.append('\n');
        HistoryTable history = new HistoryTable(engine);
        if (!up.isEmpty() && from.isEmpty()) {
            text.append('\n').append(history.createStatement()).append(";\n");
        }
        int rank = from.size();
        for (Revision revision : up) {
            rank++;
            requirePrintable(revision);
            append(text, engine, revision.upgrade(), history.insertStatement(revision, rank));
        }
        for (Revision revision : down) {
            Script script = revision.downgrade();
            if (script == null) {
                throw new MigrationException(new Explanation(
                        MigrationError.MISSING_DOWNGRADE,
                        "Revision " + revision.id() + " (" + revision.description() + ") has no downgrade script.",
                        "nobody wrote one",
                        "write " + revision.upgrade().path().replaceFirst("V([^/]*)$", "U$1") + " beside it"));
            }
            requirePrintable(revision);
            append(text, engine, script, history.deleteStatement(revision));
        }
        return text.toString();
    }

    private static void requirePrintable(Revision revision) {
        if (revision.isJava()) {
            throw new MigrationException(new Explanation(
                    MigrationError.JAVA_MIGRATION_OFFLINE,
                    "Revision " + revision.id() + " is the Java class "
                            + revision.upgrade().source() + ", which cannot be printed as SQL.",
                    "what it does depends on the data that it finds",
                    "print the ranges before and after it (FROM:TO), and run dovetail upgrade " + revision.id()
                            + " between them, with a connection to the database"));
        }
    }

    private static void append(StringBuilder text, Engine engine, Script script, String history) {
        boolean transaction =
                script.header().transactional() && (engine == Engine.SQLITE || engine == Engine.POSTGRESQL);
        text.append("\n-- ").append(script.path()).append('\n');
        if (engine == Engine.SQLITE && transaction) {
            text.append("pragma foreign_keys = off;\n");
        }
        text.append(transaction ? "begin;\n" : "")
                .append(script.text().strip())
                .append('\n')
                .append(history)
                .append(";\n")
                .append(transaction ? "commit;\n" : "");
        if (engine == Engine.SQLITE && transaction) {
            text.append("pragma foreign_keys = on;\n");
        }
    }

    private static Set<RevisionId> reached(RevisionGraph graph, String target) {
        return target.isEmpty() || target.equals("base")
                ? Set.of()
                : graph.upTo(RevisionInfos.find(graph, target).id());
    }
}

package dev.dovetail.migrations.lint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.revision.RevisionId;
import dev.dovetail.migrations.script.Scripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks through scripts that are written into a folder, each with a downgrade beside it. */
record LintBench(Path root, Engine engine) {

    /** Every finding in the last of the scripts. */
    LintReport last(String... scripts) {
        Path folder = root.resolve(engine.id());
        try {
            Files.createDirectories(folder);
            for (int i = 1; i <= scripts.length; i++) {
                Files.writeString(folder.resolve("V" + i + "__script.sql"), scripts[i - 1] + "\n");
                Files.writeString(folder.resolve("U" + i + "__script.sql"), "-- back\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RevisionId last = RevisionId.of(String.valueOf(scripts.length));
        return Linter.lint(engine, RevisionGraph.of(Scripts.read(List.of(root.toString()), engine)), last::equals);
    }

    static List<LintRule> rules(LintReport report) {
        return report.findings().stream().map(LintFinding::rule).toList();
    }
}

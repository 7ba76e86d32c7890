package dev.dovetail.migrations.lint;

import dev.dovetail.migrations.lint.Parsed.CreateIndex;
import dev.dovetail.migrations.lint.Parsed.Drop;

/** Indexes that are made and dropped. */
final class IndexChecks implements Check {

    @Override
    public void look(Statement statement, ScriptView script, Findings findings) {
        if (statement.parsed() instanceof CreateIndex index && script.isOld(index.table(), statement)) {
            if (!index.concurrently()) {
                findings.add(
                        LintRule.INDEX_BLOCKS_WRITES,
                        statement,
                        "index " + index.index() + " is built while nobody may write to " + index.table());
            }
            if (index.special()) {
                findings.add(
                        LintRule.SPECIAL_INDEX_LOCKS,
                        statement,
                        "index " + index.index() + " is built while nobody may write to " + index.table());
            }
        } else if (statement.parsed() instanceof Drop drop && drop.kind().equals("INDEX") && !drop.concurrently()) {
            findings.add(
                    LintRule.DROP_INDEX_LOCKS,
                    statement,
                    "dropping index " + String.join(", ", drop.names()) + " stops everybody on its table");
        }
    }
}

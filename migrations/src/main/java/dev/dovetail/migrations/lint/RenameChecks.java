package dev.dovetail.migrations.lint;

import dev.dovetail.migrations.lint.Parsed.AlterTable;
import dev.dovetail.migrations.lint.Parsed.Known;

/** Tables and columns with other names. */
final class RenameChecks implements Check {

    @Override
    public void look(Statement statement, ScriptView script, Findings findings) {
        if (!(statement.parsed() instanceof AlterTable alter)
                || !script.isOld(alter.table(), statement)
                || script.isReplacement(alter.table())) {
            return;
        }
        for (Words action : alter.actions()) {
            Words words = action.copy();
            if (words.take("RENAME", "TO") || words.take("RENAME", "AS")) {
                table(alter.table(), words.name(), statement, script, findings);
            } else if (words.take("RENAME")) {
                other(alter.table(), words, statement, findings);
            } else if (words.take("CHANGE")) {
                words.take("COLUMN");
                column(alter.table(), words.name(), words.name(), statement, findings);
            } else if (words.take("ALTER")) {
                words.take("COLUMN");
                String from = words.name();
                if (words.take("RENAME", "TO")) {
                    column(alter.table(), from, words.name(), statement, findings);
                }
            }
        }
    }

    private static void other(String table, Words words, Statement statement, Findings findings) {
        boolean harmless = words.isNext("CONSTRAINT") || words.isNext("INDEX") || words.isNext("KEY");
        if (!harmless) {
            words.take("COLUMN");
            String from = words.name();
            if (words.take("TO")) {
                column(table, from, words.name(), statement, findings);
            }
        }
    }

    private static void column(String table, String from, String to, Statement statement, Findings findings) {
        if (!from.equals(to)) {
            findings.add(
                    LintRule.COLUMN_RENAMED,
                    statement,
                    "instances that run still use " + table + "." + from + ", which becomes " + to);
        }
    }

    /** A view of the old name in the same script keeps them going. */
    private static void table(String from, String to, Statement statement, ScriptView script, Findings findings) {
        boolean view = script.statements().stream()
                .filter(other -> other.index() > statement.index())
                .filter(other ->
                        other.parsed() instanceof Known known && known.head().equals("CREATE VIEW"))
                .anyMatch(other -> {
                    Words words = other.read();
                    words.skipTo("VIEW");
                    return words.name().equals(from);
                });
        if (!view) {
            findings.add(
                    LintRule.TABLE_RENAMED,
                    statement,
                    "instances that run still use " + from + ", which becomes " + to);
        }
    }
}

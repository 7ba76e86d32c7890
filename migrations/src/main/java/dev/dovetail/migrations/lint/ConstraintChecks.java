package dev.dovetail.migrations.lint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.lint.Parsed.AlterTable;
import java.util.HashSet;
import java.util.Set;

/** Constraints that are added to tables with rows, and validated. */
final class ConstraintChecks implements Check {

    @Override
    public void look(Statement statement, ScriptView script, Findings findings) {
        if (!(statement.parsed() instanceof AlterTable alter) || !script.isOld(alter.table(), statement)) {
            return;
        }
        for (Words action : alter.actions()) {
            Words words = action.copy();
            if (words.take("VALIDATE", "CONSTRAINT")) {
                validated(alter.table(), words.name(), statement, script, findings);
            } else if (words.isNext("ADD")) {
                boolean column = ColumnChecks.isAddColumn(action.copy());
                added(alter.table(), words, column, statement, script, findings);
            }
        }
    }

    private static void validated(
            String table, String name, Statement statement, ScriptView script, Findings findings) {
        if (script.isOneTransaction() && addedNotValid(script, statement).contains(table + "." + name)) {
            findings.add(
                    LintRule.VALIDATED_UNDER_LOCK,
                    statement,
                    "constraint " + name + " of " + table + " is validated in the transaction that added it");
        }
    }

    private static Set<String> addedNotValid(ScriptView script, Statement until) {
        Set<String> names = new HashSet<>();
        for (Statement statement : script.statements().subList(0, until.index())) {
            if (statement.parsed() instanceof AlterTable alter) {
                for (Words action : alter.actions()) {
                    Words words = action.copy();
                    if (words.take("ADD", "CONSTRAINT")) {
                        names.add(alter.table() + "." + words.name());
                    }
                }
            }
        }
        return names;
    }

    private static void added(
            String table, Words words, boolean column, Statement statement, ScriptView script, Findings findings) {
        boolean notValid = words.hasOutside("NOT", "VALID");
        if (!notValid && !column && words.hasOutside("FOREIGN", "KEY")) {
            Words target = words.copy();
            target.skipTo("REFERENCES");
            findings.add(
                    LintRule.FOREIGN_KEY_VALIDATES,
                    statement,
                    "all rows of " + table + " are looked up in " + target.name()
                            + ", while nobody may write to either");
        }
        if (!notValid && !column && words.hasOutside("CHECK")) {
            findings.add(
                    LintRule.CHECK_VALIDATES,
                    statement,
                    "all rows of " + table + " are checked, while nobody may "
                            + (script.engine() == Engine.POSTGRESQL ? "use it" : "write to it"));
        }
        boolean key = words.hasOutside("UNIQUE") || words.hasOutside("PRIMARY", "KEY") || words.hasOutside("EXCLUDE");
        if (key && !words.has("USING", "INDEX")) {
            findings.add(
                    LintRule.KEY_BUILDS_INDEX,
                    statement,
                    "the index of a key on " + table + " is built while nobody may use the table");
        }
    }
}

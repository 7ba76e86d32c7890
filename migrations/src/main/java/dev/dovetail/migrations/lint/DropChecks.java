package dev.dovetail.migrations.lint;

import dev.dovetail.migrations.lint.Parsed.AlterTable;
import dev.dovetail.migrations.lint.Parsed.Drop;
import dev.dovetail.migrations.lint.Parsed.Truncate;
import java.util.List;
import java.util.Set;

/** What goes, and what goes with it. */
final class DropChecks implements Check {

    private static final Set<String> USED = Set.of(
            "VIEW", "MATERIALIZED", "FUNCTION", "PROCEDURE", "SEQUENCE", "TYPE", "DOMAIN", "SCHEMA", "EXTENSION");

    /** What may stand behind DROP in an ALTER TABLE and is no column. */
    private static final List<String> NO_COLUMNS =
            List.of("CONSTRAINT", "PRIMARY", "FOREIGN", "INDEX", "KEY", "CHECK", "PARTITION", "PERIOD", "SYSTEM");

    @Override
    public void look(Statement statement, ScriptView script, Findings findings) {
        if (statement.parsed() instanceof Drop drop) {
            dropped(drop, statement, script, findings);
        } else if (statement.parsed() instanceof Truncate truncate && truncate.cascade()) {
            cascade(statement, String.join(", ", truncate.tables()), findings);
        } else if (statement.parsed() instanceof AlterTable alter && script.isOld(alter.table(), statement)) {
            for (Words action : alter.actions()) {
                altered(alter.table(), action.copy(), statement, findings);
            }
        }
    }

    private static void dropped(Drop drop, Statement statement, ScriptView script, Findings findings) {
        if (drop.kind().equals("TABLE")) {
            drop.names().stream()
                    .filter(table -> script.isOld(table, statement) && !script.isReplaced(table))
                    .forEach(table ->
                            findings.add(LintRule.TABLE_DROPPED, statement, "the rows of " + table + " are gone"));
        } else if (USED.contains(drop.kind())) {
            findings.add(
                    LintRule.USED_OBJECT_DROPPED,
                    statement,
                    "instances that run may still use " + String.join(", ", drop.names()));
        }
        if (drop.cascade()) {
            cascade(statement, String.join(", ", drop.names()), findings);
        }
    }

    private static void altered(String table, Words words, Statement statement, Findings findings) {
        if (!words.take("DROP")) {
            return;
        }
        boolean cascade = words.has("CASCADE");
        if (NO_COLUMNS.stream().noneMatch(words::isNext)) {
            words.take("COLUMN");
            words.take("IF", "EXISTS");
            findings.add(
                    LintRule.COLUMN_DROPPED, statement, "the values of " + table + "." + words.name() + " are gone");
        }
        if (cascade) {
            cascade(statement, "a part of " + table, findings);
        }
    }

    private static void cascade(Statement statement, String what, Findings findings) {
        findings.add(LintRule.CASCADE, statement, "CASCADE takes along whatever depends on " + what);
    }
}

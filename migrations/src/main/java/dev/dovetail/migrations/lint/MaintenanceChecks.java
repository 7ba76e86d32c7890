package dev.dovetail.migrations.lint;

import dev.dovetail.migrations.lint.Parsed.AlterTable;
import dev.dovetail.migrations.lint.Parsed.CreateTrigger;
import java.util.List;

/** Tables that are rewritten or locked as a whole, materialized views, partitions and triggers. */
final class MaintenanceChecks implements Check {

    private static final List<String[]> REWRITING_ACTIONS = List.of(
            new String[] {"SET", "TABLESPACE"},
            new String[] {"SET", "LOGGED"},
            new String[] {"SET", "UNLOGGED"},
            new String[] {"SET", "ACCESS", "METHOD"},
            new String[] {"ENGINE"},
            new String[] {"FORCE"},
            new String[] {"ROW_FORMAT"},
            new String[] {"ORDER", "BY"});

    @Override
    public void look(Statement statement, ScriptView script, Findings findings) {
        if (statement.parsed() instanceof AlterTable alter && script.isOld(alter.table(), statement)) {
            alter.actions().forEach(action -> action(alter.table(), action.copy(), statement, findings));
        } else if (statement.parsed() instanceof CreateTrigger trigger && script.isOld(trigger.table(), statement)) {
            findings.add(
                    LintRule.TRIGGER_ADDED, statement, "every row of " + trigger.table() + " that is written runs it");
        }
        boolean full = statement.begins("VACUUM") && statement.words().has("FULL");
        boolean reindex = statement.begins("REINDEX") && !statement.words().has("CONCURRENTLY");
        if (full || reindex || statement.begins("CLUSTER") || statement.begins("OPTIMIZE")) {
            findings.add(LintRule.TABLE_REWRITTEN, statement, "whole tables are written anew");
        }
        if (statement.begins("LOCK")) {
            findings.add(LintRule.EXPLICIT_LOCK, statement, "it stays locked until the script ends");
        }
        if (statement.begins("REFRESH", "MATERIALIZED", "VIEW")
                && !statement.words().has("CONCURRENTLY")) {
            findings.add(LintRule.REFRESH_BLOCKS_READS, statement, "nobody may read the view until it is filled");
        }
    }

    private static void action(String table, Words action, Statement statement, Findings findings) {
        if (REWRITING_ACTIONS.stream().anyMatch(action::isNext)) {
            findings.add(LintRule.TABLE_REWRITTEN, statement, "all of " + table + " is written anew");
        } else if (action.isNext("ATTACH", "PARTITION")) {
            findings.add(LintRule.PARTITION_LOCKS, statement, "the rows of the partition are checked for their bounds");
        } else if (action.isNext("DETACH", "PARTITION") && !action.has("CONCURRENTLY")) {
            findings.add(LintRule.PARTITION_LOCKS, statement, "nobody may use " + table + " meanwhile");
        }
    }
}

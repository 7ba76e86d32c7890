package dev.dovetail.migrations.lint;

import dev.dovetail.migrations.lint.Parsed.AlterTable;
import dev.dovetail.migrations.lint.Parsed.Unknown;
import java.util.List;

/** Says what no other rule can judge, so that silence means something. */
final class UnknownChecks implements Check {

    private static final List<String> ACTIONS = List.of(
            "ADD",
            "ALTER",
            "DROP",
            "MODIFY",
            "CHANGE",
            "RENAME",
            "VALIDATE",
            "SET",
            "RESET",
            "OWNER",
            "ATTACH",
            "DETACH",
            "ENABLE",
            "DISABLE",
            "CLUSTER",
            "COMMENT",
            "ENGINE",
            "CONVERT",
            "FORCE",
            "ALGORITHM",
            "LOCK",
            "ORDER",
            "DEFAULT",
            "CHARACTER",
            "CHARSET",
            "COLLATE",
            "ROW_FORMAT",
            "AUTO_INCREMENT",
            "WAIT",
            "NOWAIT",
            "INHERIT",
            "NO",
            "FORCE",
            "REPLICA",
            "WITHOUT");

    @Override
    public void look(Statement statement, ScriptView script, Findings findings) {
        if (statement.parsed() instanceof Unknown) {
            findings.add(LintRule.NOT_UNDERSTOOD, statement, "no rule knows this statement");
        } else if (statement.parsed() instanceof AlterTable alter) {
            for (Words action : alter.actions()) {
                if (ACTIONS.stream().noneMatch(action::isNext)) {
                    findings.add(
                            LintRule.NOT_UNDERSTOOD, statement, "no rule knows '" + action + "' of " + alter.table());
                }
            }
        }
    }
}

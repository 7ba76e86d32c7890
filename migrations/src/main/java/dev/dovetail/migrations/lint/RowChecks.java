package dev.dovetail.migrations.lint;

import dev.dovetail.migrations.lint.Parsed.Delete;
import dev.dovetail.migrations.lint.Parsed.Truncate;
import dev.dovetail.migrations.lint.Parsed.Update;
import org.jspecify.annotations.Nullable;

/** Statements that change all rows. */
final class RowChecks implements Check {

    @Override
    public void look(Statement statement, ScriptView script, Findings findings) {
        if (statement.parsed() instanceof Truncate truncate) {
            truncate.tables().stream()
                    .filter(table -> script.isOld(table, statement))
                    .forEach(table -> gone(table, statement, findings));
        } else if (statement.parsed() instanceof Delete delete
                && !delete.conditional()
                && script.isOld(delete.table(), statement)) {
            gone(delete.table(), statement, findings);
        } else if (statement.parsed() instanceof Update update
                && meansAll(update.condition())
                && script.isOld(update.table(), statement)) {
            findings.add(
                    LintRule.EVERY_ROW_UPDATED,
                    statement,
                    "all rows of " + update.table() + " are written in one transaction");
        }
    }

    private static void gone(String table, Statement statement, Findings findings) {
        findings.add(LintRule.ROWS_THROWN_AWAY, statement, "all rows of " + table + " are gone");
    }

    /** "where new_column is null" is as good as none: in a new column that is everywhere so. */
    private static boolean meansAll(@Nullable Words condition) {
        if (condition == null) {
            return true;
        }
        Words words = condition.copy();
        words.name();
        return words.take("IS", "NULL") && words.atEnd();
    }
}

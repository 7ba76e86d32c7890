package dev.dovetail.migrations.lint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.lint.Parsed.AlterTable;
import dev.dovetail.migrations.lint.Parsed.CreateTable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is special on SQLite. */
final class SqliteChecks implements Check {

    private static final Pattern DECIMAL = Pattern.compile("(?:numeric|decimal)\\((\\d+).*");
    private static final int EXACT_DIGITS = 15;
    private static final List<String> NO_CONSTANTS = List.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "(");

    @Override
    public void look(Statement statement, ScriptView script, Findings findings) {
        if (script.engine() != Engine.SQLITE) {
            return;
        }
        if (statement.parsed() instanceof CreateTable create) {
            create.elements().forEach(element -> digits(create.table(), element.copy(), statement, findings));
        } else if (statement.parsed() instanceof AlterTable alter) {
            altered(alter, statement, script, findings);
        } else if (statement.begins("PRAGMA") && script.isOneTransaction()) {
            Words words = statement.read();
            words.take("PRAGMA");
            String name = words.name();
            if (List.of("foreign_keys", "journal_mode", "synchronous").contains(name)) {
                findings.add(LintRule.PRAGMA_WITHOUT_EFFECT, statement, "PRAGMA " + name + " in a transaction");
            }
        }
    }

    private static void altered(AlterTable alter, Statement statement, ScriptView script, Findings findings) {
        for (Words action : alter.actions()) {
            Words words = action.copy();
            if (words.isNext("RENAME", "TO") && script.isReplacement(alter.table())) {
                findings.add(
                        LintRule.TABLE_MADE_ANEW,
                        statement,
                        "every row of " + script.replacements().get(alter.table()) + " is copied");
            } else if (ColumnChecks.isAddColumn(words)) {
                digits(alter.table(), words.copy(), statement, findings);
                String column = alter.table() + "." + words.name();
                boolean key = words.hasOutside("UNIQUE") || words.hasOutside("PRIMARY");
                boolean stored = words.hasOutside("STORED");
                Words value = words.copy();
                boolean computed =
                        value.skipTo("DEFAULT") && NO_CONSTANTS.stream().anyMatch(value::isNext);
                if (key || stored || computed) {
                    findings.add(
                            LintRule.CANNOT_BE_ADDED,
                            statement,
                            "SQLite does not add " + column + ", which "
                                    + (key ? "is a key" : stored ? "is stored" : "has a default that is no constant"));
                }
            }
        }
    }

    private static void digits(String table, Words column, Statement statement, Findings findings) {
        String name = column.name();
        Matcher decimal = DECIMAL.matcher(Knowledge.type(column));
        if (decimal.matches() && Integer.parseInt(decimal.group(1)) > EXACT_DIGITS) {
            findings.add(
                    LintRule.DIGITS_LOST,
                    statement,
                    table + "." + name + " has " + decimal.group(1) + " digits, of which SQLite keeps " + EXACT_DIGITS);
        }
    }
}

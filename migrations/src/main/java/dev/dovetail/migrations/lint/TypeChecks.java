package dev.dovetail.migrations.lint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.lint.Parsed.AlterTable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Columns that get another type. What a script before declared is remembered, so that a longer text is no finding. */
final class TypeChecks implements Check {

    private static final Pattern TEXT = Pattern.compile("(?:varchar|character varying)(?:\\((\\d+)\\))?|text");
    private static final Pattern DECIMAL = Pattern.compile("(?:numeric|decimal)\\((\\d+)(?:, ?(\\d+))?\\)");

    @Override
    public void look(Statement statement, ScriptView script, Findings findings) {
        if (!(statement.parsed() instanceof AlterTable alter) || !script.isOld(alter.table(), statement)) {
            return;
        }
        for (Words action : alter.actions()) {
            Words words = action.copy();
            if (words.take("ALTER")) {
                words.take("COLUMN");
                String column = words.name();
                boolean type = words.take("TYPE")
                        || words.take("SET", "DATA", "TYPE")
                        || (script.engine() == Engine.H2 && isH2Type(words));
                if (type) {
                    changed(alter.table(), column, column, words, statement, script, findings);
                }
            } else if (words.take("MODIFY")) {
                words.take("COLUMN");
                String column = words.name();
                changed(alter.table(), column, column, words, statement, script, findings);
            } else if (words.take("CHANGE")) {
                words.take("COLUMN");
                String from = words.name();
                changed(alter.table(), from, words.name(), words, statement, script, findings);
            }
        }
    }

    /** H2 takes a type right behind the name, too. */
    private static boolean isH2Type(Words words) {
        return !words.isNext("SET") && !words.isNext("DROP") && !words.isNext("RENAME") && !words.isNext("RESTART");
    }

    private static void changed(
            String table,
            String column,
            String name,
            Words words,
            Statement statement,
            ScriptView script,
            Findings findings) {
        String before = script.knowledge().type(table, column);
        String after = Knowledge.type(words);
        boolean free = !words.has("USING") && isFree(before, after, script.engine());
        if (!free) {
            findings.add(
                    LintRule.TYPE_CHANGED,
                    statement,
                    table + "." + name + " becomes " + after
                            + (before == null ? "; the scripts before do not say what it was" : ", it was " + before)
                            + ": the table may be rewritten while nobody may "
                            + (script.engine() == Engine.POSTGRESQL ? "use it" : "write to it"));
        }
    }

    /** Whether only the catalog changes. */
    static boolean isFree(@Nullable String before, String after, Engine engine) {
        if (before == null) {
            return false;
        }
        if (before.equals(after)) {
            return true;
        }
        return engine == Engine.POSTGRESQL && (isLongerText(before, after) || isLongerDecimal(before, after));
    }

    private static boolean isLongerText(String before, String after) {
        Matcher from = TEXT.matcher(before);
        Matcher to = TEXT.matcher(after);
        return from.matches() && to.matches() && length(to) >= length(from);
    }

    private static int length(Matcher text) {
        return text.group(1) == null ? Integer.MAX_VALUE : Integer.parseInt(text.group(1));
    }

    private static boolean isLongerDecimal(String before, String after) {
        Matcher from = DECIMAL.matcher(before);
        Matcher to = DECIMAL.matcher(after);
        return from.matches()
                && to.matches()
                && String.valueOf(from.group(2)).equals(String.valueOf(to.group(2)))
                && Integer.parseInt(to.group(1)) >= Integer.parseInt(from.group(1));
    }
}

package dev.dovetail.migrations.lint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.ddl.OnlineDdl;
import dev.dovetail.migrations.lint.Parsed.AlterTable;

/** Columns that get another type. What a script before declared is remembered, so that a longer text is no finding. */
final class TypeChecks implements Check {

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
        boolean free =
                !words.has("USING") && before != null && OnlineDdl.changesCatalogOnly(before, after, script.engine());
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
}

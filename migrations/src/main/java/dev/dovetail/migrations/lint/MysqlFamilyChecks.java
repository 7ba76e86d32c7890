package dev.dovetail.migrations.lint;

import dev.dovetail.migrations.lint.Parsed.AlterTable;

/** What copies tables on MariaDB and MySQL, beside other types and checks. */
final class MysqlFamilyChecks implements Check {

    @Override
    public void look(Statement statement, ScriptView script, Findings findings) {
        if (!(statement.parsed() instanceof AlterTable alter) || !script.isOld(alter.table(), statement)) {
            return;
        }
        for (Words action : alter.actions()) {
            boolean special = action.isNext("ADD", "FULLTEXT") || action.isNext("ADD", "SPATIAL");
            if (special) {
                findings.add(
                        LintRule.SPECIAL_INDEX_LOCKS,
                        statement,
                        "an index of " + alter.table() + " is built while nobody may write to it");
            }
            boolean key = action.isNext("DROP", "PRIMARY", "KEY") && !addsPrimaryKey(alter);
            boolean converted = action.isNext("CONVERT", "TO");
            boolean asked = action.isNext("ALGORITHM") && action.has("COPY");
            if (key || converted || asked) {
                findings.add(
                        LintRule.TABLE_COPIED,
                        statement,
                        alter.table() + " is copied"
                                + (key ? ", because its rows lie in the order of the primary key" : ""));
            }
        }
    }

    /** Another primary key in the same statement is built in place. */
    private static boolean addsPrimaryKey(AlterTable alter) {
        return alter.actions().stream().anyMatch(action -> action.isNext("ADD") && action.hasOutside("PRIMARY", "KEY"));
    }
}

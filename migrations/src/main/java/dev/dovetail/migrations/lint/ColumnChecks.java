package dev.dovetail.migrations.lint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.lint.Parsed.AlterTable;
import java.util.List;

/** Columns that are added, and what they take. */
final class ColumnChecks implements Check {

    /** What may stand behind ADD and is no column. */
    private static final List<String> NO_COLUMNS = List.of(
            "CONSTRAINT",
            "PRIMARY",
            "UNIQUE",
            "FOREIGN",
            "CHECK",
            "EXCLUDE",
            "INDEX",
            "KEY",
            "FULLTEXT",
            "SPATIAL",
            "PARTITION",
            "PERIOD",
            "SYSTEM",
            "(");

    /** Functions that PostgreSQL computes for each row; now() and its like are the same for all. */
    private static final List<String> VOLATILE = List.of(
            "random",
            "gen_random_uuid",
            "uuid_generate_v4",
            "uuid_generate_v1",
            "uuidv4",
            "uuidv7",
            "clock_timestamp",
            "nextval",
            "timeofday",
            "gen_random_bytes",
            "uuid_generate_v1mc");

    @Override
    public void look(Statement statement, ScriptView script, Findings findings) {
        if (!(statement.parsed() instanceof AlterTable alter) || !script.isOld(alter.table(), statement)) {
            return;
        }
        for (Words action : alter.actions()) {
            Words words = action.copy();
            if (isAddColumn(words)) {
                added(alter.table(), words, statement, script, findings);
            } else if (words.take("ALTER")) {
                words.take("COLUMN");
                changed(alter.table(), words.name(), words, statement, script, findings);
            }
        }
    }

    /** Reads over what stands before the name of a new column, if it is one. */
    static boolean isAddColumn(Words words) {
        if (!words.take("ADD") || NO_COLUMNS.stream().anyMatch(words::isNext)) {
            return false;
        }
        words.take("COLUMN");
        words.take("IF", "NOT", "EXISTS");
        return true;
    }

    private static void added(String table, Words words, Statement statement, ScriptView script, Findings findings) {
        String column = table + "." + words.name();
        String type = Knowledge.type(words);
        boolean numbered = type.contains("serial") || words.has("AS", "IDENTITY") || words.has("AUTO_INCREMENT");
        boolean stored = words.has("STORED") || words.has("PERSISTENT");
        boolean computed = words.has("GENERATED") || stored || words.has("VIRTUAL");
        if (words.hasOutside("NOT", "NULL") && !words.hasOutside("DEFAULT") && !numbered && !computed) {
            findings.add(LintRule.NOT_NULL_WITHOUT_DEFAULT, statement, refusal(column, script.engine()));
        }
        if (numbered || (computed && stored)) {
            findings.add(
                    LintRule.STORED_COLUMN_ADDED,
                    statement,
                    "the new column " + column + " is " + (numbered ? "numbered" : "computed and stored")
                            + ": the table is rewritten");
        } else if (words.skipTo("DEFAULT")) {
            words.rest().stream()
                    .filter(word -> VOLATILE.stream().anyMatch(word::equalsIgnoreCase))
                    .findFirst()
                    .ifPresent(function -> findings.add(
                            LintRule.VOLATILE_DEFAULT,
                            statement,
                            "the default of " + column + " is " + function
                                    + "(…) for each row: the table is rewritten"));
        }
    }

    private static String refusal(String column, Engine engine) {
        return "the new column " + column + " takes no null and has no default: "
                + switch (engine) {
                    case MARIADB, MYSQL -> "rows that are there get a made-up value (0 or an empty text)";
                    case SQLITE -> "SQLite refuses it";
                    case POSTGRESQL, H2 -> "refused as soon as there is a row";
                };
    }

    private static void changed(
            String table, String column, Words words, Statement statement, ScriptView script, Findings findings) {
        String name = table + "." + column;
        if (words.isNext("SET", "NOT", "NULL") && !script.knowledge().isProvenNotNull(table, column)) {
            findings.add(
                    LintRule.NOT_NULL_SCANS,
                    statement,
                    "every row of " + table + " is looked at for a null in " + column + ", while nobody may use it");
        } else if (words.isNext("DROP", "NOT", "NULL")) {
            findings.add(LintRule.NULL_ALLOWED, statement, name + " may be null from now on");
        } else if (words.isNext("DROP", "DEFAULT")) {
            findings.add(LintRule.DEFAULT_DROPPED, statement, name + " has no default any more");
        } else if (words.isNext("ADD", "GENERATED")) {
            // Numbers begin where the sequence says; rows that are there keep theirs, so nothing is rewritten.
            return;
        }
    }
}

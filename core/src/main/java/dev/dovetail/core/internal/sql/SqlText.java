package dev.dovetail.core.internal.sql;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.text.SqlScanner;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the text of a statement tells without parsing it whole. */
final class SqlText {

    private static final Set<String> QUERIES =
            Set.of("select", "values", "table", "show", "explain", "with", "pragma", "describe", "desc");
    private static final Set<String> READING_PRAGMAS = Set.of(
            "table_info",
            "table_xinfo",
            "table_list",
            "index_list",
            "index_info",
            "index_xinfo",
            "foreign_key_list",
            "foreign_key_check",
            "integrity_check",
            "quick_check");
    private static final Set<String> ACTING_PRAGMAS =
            Set.of("incremental_vacuum", "optimize", "shrink_memory", "wal_checkpoint");
    private static final Set<String> CONTROLS =
            Set.of("commit", "rollback", "abort", "end", "savepoint", "release", "begin", "start", "prepare", "set");

    private static final List<String> HARMLESS = List.of("select ", "insert ", "update ", "delete ", "with ");
    private static final Set<String> BLOCKS = Set.of("create", "alter", "begin", "declare", "do");

    private SqlText() {}

    /** True unless it is clearly a query, or several. */
    static boolean mayWrite(Engine engine, String sql) {
        SqlScanner words = new SqlScanner(engine, sql);
        boolean empty = true;
        while (words.next()) {
            if (words.isSign(';') || words.isSign('(')) {
                continue;
            }
            empty = false;
            if (!QUERIES.contains(words.keyword())) {
                return true;
            }
            if (words.is("pragma") ? pragmaMayWrite(words) : queryMayWrite(words)) {
                return true;
            }
        }
        return empty;
    }

    /** Whether it begins or ends a transaction or savepoint, itself or after a semicolon. */
    static boolean controlsTransaction(Engine engine, String sql) {
        if (isClearlyHarmless(sql)) {
            return false;
        }
        SqlScanner words = new SqlScanner(engine, sql);
        while (words.next()) {
            if (words.isSign(';')) {
                continue;
            }
            String first = words.keyword();
            if (CONTROLS.contains(first) && isControl(first, words)) {
                return true;
            }
            // The body of a trigger or routine has semicolons and an END of its own.
            if (BLOCKS.contains(first) || sql.indexOf(';') < 0) {
                return false;
            }
            if (!words.skipStatement()) {
                return false;
            }
        }
        return false;
    }

    /** One statement of a kind that controls nothing: nearly every one, so nothing else is looked at. */
    private static boolean isClearlyHarmless(String sql) {
        for (String start : HARMLESS) {
            if (sql.regionMatches(true, 0, start, 0, start.length())) {
                return sql.indexOf(';') < 0;
            }
        }
        return false;
    }

    private static boolean isControl(String first, SqlScanner words) {
        return switch (first) {
            // MariaDB's block of statements is BEGIN NOT ATOMIC.
            case "begin" -> !words.next() || !words.is("not");
            case "start", "prepare" -> words.next() && words.is("transaction");
            case "set" -> setsAutocommit(words);
            default -> true;
        };
    }

    /** {@code set autocommit}, {@code set session autocommit}, {@code set a = 1, @@autocommit}: turning it on commits. */
    private static boolean setsAutocommit(SqlScanner words) {
        while (words.next() && !words.isSign(';')) {
            if (words.is("autocommit")) {
                return true;
            }
        }
        return false;
    }

    private static boolean queryMayWrite(SqlScanner words) {
        boolean mayCarryDml = words.is("with") || words.is("explain");
        boolean afterFor = false;
        boolean afterDelta = false;
        while (words.next() && !words.isSign(';')) {
            mayCarryDml |= words.is("with");
            if (words.is("into")
                    || (afterDelta && words.is("table"))
                    || (mayCarryDml && (words.is("insert") || words.is("delete") || words.is("merge")))
                    || (mayCarryDml && words.is("update") && !afterFor)) {
                return true;
            }
            // FOR UPDATE and FOR NO KEY UPDATE lock; OLD, NEW and FINAL TABLE (…) of H2 run the statement in them.
            afterFor = words.is("for") || words.is("key");
            afterDelta = words.is("old") || words.is("new") || words.is("final");
        }
        return false;
    }

    private static boolean pragmaMayWrite(SqlScanner words) {
        String name = "";
        boolean hasArgument = false;
        while (words.next() && !words.isSign(';')) {
            if (words.isSign('=')) {
                return true;
            }
            if (!hasArgument && words.isSign('(')) {
                hasArgument = true;
            } else if (!hasArgument) {
                // The last one: a schema may stand before it.
                name = words.name().toLowerCase(Locale.ROOT);
            }
        }
        return hasArgument ? !READING_PRAGMAS.contains(name) : ACTING_PRAGMAS.contains(name);
    }
}

package dev.dovetail.migrations.sql;

import dev.dovetail.core.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Follows the keywords of one statement, to know whether a semicolon ends it or stands in the body of a trigger or
 * routine.
 *
 * <p>Only BEGIN and CASE open a block that counts, and END closes one. {@code END IF}, {@code END LOOP} and their like
 * close blocks that were not counted.
 */
final class Body {

    private static final Set<String> ROUTINES = Set.of("TRIGGER", "PROCEDURE", "FUNCTION", "EVENT", "PACKAGE");
    private static final Set<String> NO_ROUTINES = Set.of(
            "TABLE",
            "VIEW",
            "INDEX",
            "UNIQUE",
            "VIRTUAL",
            "SEQUENCE",
            "DATABASE",
            "SCHEMA",
            "USER",
            "ROLE",
            "TYPE",
            "DOMAIN",
            "EXTENSION",
            "RULE",
            "POLICY",
            "ALIAS",
            "CONSTANT",
            "SERVER",
            "FULLTEXT",
            "SPATIAL",
            "MATERIALIZED");
    private static final Set<String> UNCOUNTED = Set.of("IF", "LOOP", "WHILE", "REPEAT", "FOR");

    private final Engine engine;
    private final List<String> firstWords = new ArrayList<>();
    private String previous = "";
    private boolean decided;
    private boolean hasBody;
    private int depth;
    private int parentheses;

    Body(Engine engine) {
        this.engine = engine;
    }

    List<String> firstWords() {
        return firstWords;
    }

    boolean isOpen() {
        return depth > 0;
    }

    /** PostgreSQL's rules may hold statements in parentheses. */
    boolean semicolonEndsStatement() {
        return depth == 0 && !(engine == Engine.POSTGRESQL && parentheses > 0);
    }

    void symbol(char c) {
        if (c == '(') {
            parentheses++;
        } else if (c == ')') {
            parentheses = Math.max(0, parentheses - 1);
        }
    }

    /** Takes in the next keyword or name; those after a dot are names of columns and do not count. */
    void word(String text) {
        String word = text.toUpperCase(Locale.ROOT);
        if (firstWords.size() < 3) {
            firstWords.add(word);
        }
        if (depth > 0) {
            inBody(word);
        } else {
            beforeBody(word);
        }
        previous = word;
    }

    private void beforeBody(String word) {
        if (previous.equals("END") && UNCOUNTED.contains(word) && hasBody) {
            depth = 1;
            return;
        }
        if (!decided) {
            decide(word);
        }
        boolean opens =
                engine == Engine.POSTGRESQL ? word.equals("ATOMIC") && previous.equals("BEGIN") : word.equals("BEGIN");
        if (hasBody && opens) {
            depth = 1;
        }
    }

    private void inBody(String word) {
        if (previous.equals("END") && (UNCOUNTED.contains(word) || word.equals("CASE"))) {
            if (UNCOUNTED.contains(word)) {
                depth++;
            }
        } else if (word.equals("BEGIN") || word.equals("CASE")) {
            depth++;
        } else if (word.equals("END")) {
            depth--;
        }
    }

    /** Whether this is a statement whose semicolons may belong to its body. */
    private void decide(String word) {
        String first = firstWords.get(0);
        if (first.equals("BEGIN")) {
            // MariaDB's anonymous block.
            if (firstWords.size() == 2) {
                decided = true;
                if (word.equals("NOT")) {
                    hasBody = true;
                    depth = 1;
                }
            }
        } else if (!first.equals("CREATE") && !first.equals("ALTER")) {
            decided = true;
        } else if (ROUTINES.contains(word)) {
            decided = true;
            hasBody = engine != Engine.H2;
        } else if (NO_ROUTINES.contains(word)) {
            decided = true;
        }
    }
}

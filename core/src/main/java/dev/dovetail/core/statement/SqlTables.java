package dev.dovetail.core.statement;

import dev.dovetail.core.internal.text.SqlScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Finds the names of the tables in the text of a statement. */
final class SqlTables {

    /** "for update", "on conflict do update", "on duplicate key update", "on update cascade", "when matched then update". */
    private static final Set<String> NO_UPDATE_AFTER = Set.of("for", "do", "key", "on", "then");

    private static final Set<String> COLUMNS_MAY_FOLLOW = Set.of("into", "copy", "table", "exists", "on");

    private final SqlScanner tokens;
    private final Set<String> tables = new LinkedHashSet<>();
    private final Set<String> expressions = new LinkedHashSet<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private String previous = "";
    /** A table name may come now. */
    private boolean expecting;

    private boolean ended;

    private SqlTables(String sql) {
        tokens = new SqlScanner(null, sql);
        levels.push(new Level());
    }

    static Set<String> of(String sql) {
        SqlTables reader = new SqlTables(sql);
        reader.read();
        reader.tables.removeAll(reader.expressions);
        return reader.tables;
    }

    private void read() {
        advance();
        while (!ended) {
            if (tokens.isSign('(')) {
                // "from (a join b)" goes on in the parenthesis; "join b using (id)" has columns there.
                expecting &= !previous.equals("using");
                levels.push(new Level());
                level().listing = expecting;
                previous = "(";
                advance();
            } else if (tokens.isSign(')')) {
                if (levels.size() > 1) {
                    levels.pop();
                }
                expecting = false;
                previous = ")";
                advance();
            } else if (tokens.isSign(',')) {
                expecting = level().listing;
                previous = ",";
                advance();
            } else if (keyword(tokens.keyword())) {
                previous = tokens.keyword();
                advance();
            } else if (tokens.isName()) {
                name();
            } else {
                previous = "?";
                advance();
            }
        }
    }

    /** What a key word changes; false if it is none that matters here. */
    private boolean keyword(String word) {
        Level level = level();
        switch (word) {
            case "with" -> level.naming = true;
            case "select", "insert", "delete", "merge", "values" -> {
                level.query |= word.equals("select") || word.equals("delete");
                level.naming = false;
                expectNone();
            }
            case "update" -> {
                level.naming = false;
                level.listing = false;
                expecting = !NO_UPDATE_AFTER.contains(previous);
            }
            case "from" -> {
                // Not "extract(year from x)" and not "is distinct from y".
                level.listing = level.query && !previous.equals("distinct");
                expecting = level.listing;
            }
            case "join", "into", "table" -> expecting = true;
            case "copy", "truncate" -> expecting = previous.isEmpty();
            case "using" -> {
                level.listing = false;
                expecting = true;
            }
            case "index" -> level.indexing = true;
            case "on" -> expecting = level.indexing;
            case "where",
                    "set",
                    "group",
                    "order",
                    "having",
                    "limit",
                    "union",
                    "except",
                    "intersect",
                    "returning",
                    "window",
                    "when",
                    "offset",
                    "fetch",
                    "for" -> expectNone();
            case "if", "not", "exists", "ignore", "lateral", "only", "recursive", "or" -> {
                // These may stand before the name of a table.
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void expectNone() {
        level().listing = false;
        expecting = false;
    }

    private void name() {
        boolean wanted = expecting;
        boolean columnsMayFollow = COLUMNS_MAY_FOLLOW.contains(previous);
        boolean quoted = tokens.keyword().isEmpty();
        String name = tokens.name();
        boolean naming = level().naming;
        advance();
        while (tokens.isSign('.')) {
            advance();
            name = tokens.name();
            advance();
        }
        // "from unnest(…)" is a function, and "final table (insert …)" H2's way to what a statement changed.
        boolean delta = !quoted && tokens.is("table");
        if (wanted && !delta && (columnsMayFollow || !tokens.isSign('('))) {
            tables.add(name);
        }
        if (naming && (tokens.is("as") || tokens.isSign('('))) {
            expressions.add(name);
        }
        expecting = false;
        previous = quoted ? "?" : name.toLowerCase(Locale.ROOT);
    }

    private void advance() {
        ended = !tokens.next();
    }

    private Level level() {
        Level level = levels.peek();
        if (level == null) {
            throw new IllegalStateException("A reader of SQL is outside of the statement");
        }
        return level;
    }

    /** What is known of one depth of parentheses. */
    private static final class Level {
        private boolean query;
        private boolean listing;
        private boolean naming;
        private boolean indexing;
    }
}

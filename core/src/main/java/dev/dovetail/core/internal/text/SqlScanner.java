package dev.dovetail.core.internal.text;

import dev.dovetail.core.engine.Engine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words, quoted names and signs of a text, one after the other, as its engine reads it. Literals, numbers and comments
 * are passed over, so that nothing hides in them and nothing in them is taken for a word. Used by one thread.
 */
public final class SqlScanner {

    private final boolean postgresql;
    private final boolean h2;
    private final boolean sqlite;
    private final boolean mysqlFamily;
    private final boolean anyEngine;
    private final String sql;
    private int at;
    private int start;
    private int end;
    private int depth;
    private boolean word;
    private boolean quoted;

    /**
     * At the beginning of a text.
     *
     * @param engine which reads it, or null if that is not known: then it is read as most of them would
     */
    public SqlScanner(@Nullable Engine engine, String sql) {
        this.postgresql = engine == Engine.POSTGRESQL;
        this.h2 = engine == Engine.H2;
        this.sqlite = engine == Engine.SQLITE;
        this.mysqlFamily = engine == Engine.MARIADB || engine == Engine.MYSQL;
        this.anyEngine = engine == null;
        this.sql = sql;
    }

    /** Goes to the next word, name or sign; false at the end. */
    public boolean next() {
        word = false;
        quoted = false;
        while (at < sql.length()) {
            start = at;
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (Character.isLetter(c) || c == '_') {
                word();
                if (!isEscapeStringPrefix()) {
                    return true;
                }
                word = false;
                literal('\'', true);
            } else if (Character.isDigit(c)) {
                pass();
            } else if (isLineComment(c)) {
                at = after("\n", at);
            } else if (c == '/' && peek(1) == '*') {
                comment();
            } else if (c == '\'') {
                literal(c, mysqlFamily);
            } else if (c == '"' && mysqlFamily) {
                literal(c, true);
            } else if (c == '"' || (c == '`' && !postgresql)) {
                name(c);
                return true;
            } else if (c == '[' && sqlite) {
                name(']');
                return true;
            } else if (c == '$' && (postgresql || h2 || anyEngine) && dollarQuoted()) {
                continue;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                end = ++at;
                return true;
            }
        }
        start = end = at;
        return false;
    }

    /** Whether this is that key word, given in lower case. */
    public boolean is(String keyword) {
        return word && end - start == keyword.length() && sql.regionMatches(true, start, keyword, 0, keyword.length());
    }

    /** Whether this is that sign. */
    public boolean isSign(char sign) {
        return !word && !quoted && end - start == 1 && sql.charAt(start) == sign;
    }

    /** Whether this is a word or a quoted name. */
    public boolean isName() {
        return word || quoted;
    }

    /** A word in lower case; empty for a quoted name or a sign. */
    public String keyword() {
        return word ? sql.substring(start, end).toLowerCase(Locale.ROOT) : "";
    }

    /** A word or a name as it is written, without its quotes; empty for a sign. */
    public String name() {
        if (!quoted) {
            return word ? sql.substring(start, end) : "";
        }
        String closing = sql.charAt(start - 1) == '[' ? "]" : sql.substring(start - 1, start);
        return sql.substring(start, end).replace(closing + closing, closing);
    }

    /** How many parentheses are open, that of an opening one included. */
    public int depth() {
        return depth;
    }

    /** Goes behind the end of this statement; false if there is none after it. */
    public boolean skipStatement() {
        while (!isSign(';')) {
            if (!next()) {
                return false;
            }
        }
        return true;
    }

    private char peek(int ahead) {
        return at + ahead < sql.length() ? sql.charAt(at + ahead) : '\0';
    }

    private void word() {
        pass();
        word = true;
    }

    /** Over letters and digits. */
    private void pass() {
        while (at < sql.length() && (Character.isLetterOrDigit(sql.charAt(at)) || "_$".indexOf(sql.charAt(at)) >= 0)) {
            at++;
        }
        end = at;
    }

    /** {@code E'…'}, in which a backslash escapes a quote. */
    private boolean isEscapeStringPrefix() {
        return postgresql && is("e") && peek(0) == '\'';
    }

    private boolean isLineComment(char c) {
        if (c == '-' && peek(1) == '-') {
            // MySQL reads 1--1 as a difference.
            return !mysqlFamily || peek(2) <= ' ';
        }
        return (c == '#' && mysqlFamily) || (c == '/' && peek(1) == '/' && h2);
    }

    private void comment() {
        if ((mysqlFamily || anyEngine) && (peek(2) == '!' || (peek(2) == 'M' && peek(3) == '!'))) {
            // What stands in it is run.
            at = sql.indexOf('!', at) + 1;
            return;
        }
        if (!postgresql && !h2) {
            at = after("*/", at + 2);
            return;
        }
        int open = 0;
        do {
            if (peek(0) == '/' && peek(1) == '*') {
                open++;
                at += 2;
            } else if (peek(0) == '*' && peek(1) == '/') {
                open--;
                at += 2;
            } else {
                at++;
            }
        } while (open > 0 && at < sql.length());
    }

    /** A doubled quote ends one literal and begins the next, which comes to the same. */
    private void literal(char quote, boolean backslashEscapes) {
        for (at++; at < sql.length() && sql.charAt(at) != quote; at++) {
            if (backslashEscapes && sql.charAt(at) == '\\') {
                at++;
            }
        }
        at = Math.min(sql.length(), at + 1);
    }

    /** A doubled quote stands for itself, except for a bracket. */
    private void name(char closing) {
        quoted = true;
        start = at + 1;
        int close = sql.indexOf(closing, start);
        while (closing != ']' && close >= 0 && close + 1 < sql.length() && sql.charAt(close + 1) == closing) {
            close = sql.indexOf(closing, close + 2);
        }
        end = close < 0 ? sql.length() : close;
        at = Math.min(sql.length(), end + 1);
    }

    private boolean dollarQuoted() {
        int close = at + 1;
        while (close < sql.length() && (Character.isLetterOrDigit(sql.charAt(close)) || sql.charAt(close) == '_')) {
            close++;
        }
        boolean opens = close < sql.length()
                && sql.charAt(close) == '$'
                && (close == at + 1 || (!h2 && !Character.isDigit(sql.charAt(at + 1))));
        if (opens) {
            at = after(sql.substring(at, close + 1), close + 1);
        }
        return opens;
    }

    private int after(String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }
}

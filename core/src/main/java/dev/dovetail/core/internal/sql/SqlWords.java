package dev.dovetail.core.internal.sql;

import dev.dovetail.core.engine.Engine;
import java.util.Locale;

/**
 * The words and signs of a text, one after the other, as its engine reads it. Literals, quoted names and comments are
 * passed over, so that nothing hides in them and nothing in them is taken for a word.
 */
final class SqlWords {

    private final boolean postgresql;
    private final boolean h2;
    private final boolean sqlite;
    private final boolean mysqlFamily;
    private final String sql;
    private int at;
    private int start;
    private int end;

    SqlWords(Engine engine, String sql) {
        this.postgresql = engine == Engine.POSTGRESQL;
        this.h2 = engine == Engine.H2;
        this.sqlite = engine == Engine.SQLITE;
        this.mysqlFamily = engine == Engine.MARIADB || engine == Engine.MYSQL;
        this.sql = sql;
    }

    /** Goes to the next word or sign; false at the end. */
    boolean next() {
        while (at < sql.length()) {
            start = at;
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (Character.isLetterOrDigit(c) || c == '_') {
                word();
                if (!isEscapeStringPrefix()) {
                    return true;
                }
                quoted('\'', true);
            } else if (isLineComment(c)) {
                at = after("\n", at);
            } else if (c == '/' && peek(1) == '*') {
                comment();
            } else if (c == '\'') {
                quoted(c, mysqlFamily);
            } else if (c == '"') {
                quoted(c, mysqlFamily);
            } else if (c == '`' && !postgresql) {
                quoted(c, false);
            } else if (c == '[' && sqlite) {
                at = after("]", at);
            } else if (c == '$' && (postgresql || h2) && dollarQuoted()) {
                continue;
            } else {
                end = ++at;
                return true;
            }
        }
        start = end = at;
        return false;
    }

    /** Whether this is that word, given in lower case. */
    boolean is(String word) {
        return end - start == word.length() && sql.regionMatches(true, start, word, 0, word.length());
    }

    boolean isSign(char sign) {
        return end - start == 1 && sql.charAt(start) == sign;
    }

    /** In lower case. */
    String text() {
        return sql.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** Goes behind the end of this statement; false if there is none after it. */
    boolean skipStatement() {
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
        if (mysqlFamily && (peek(2) == '!' || (peek(2) == 'M' && peek(3) == '!'))) {
            // What stands in it is run.
            at = sql.indexOf('!', at) + 1;
            return;
        }
        if (!postgresql && !h2) {
            at = after("*/", at + 2);
            return;
        }
        int depth = 0;
        do {
            if (peek(0) == '/' && peek(1) == '*') {
                depth++;
                at += 2;
            } else if (peek(0) == '*' && peek(1) == '/') {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
    }

    /** A doubled quote ends one and begins the next, which comes to the same. */
    private void quoted(char quote, boolean backslashEscapes) {
        for (at++; at < sql.length() && sql.charAt(at) != quote; at++) {
            if (backslashEscapes && sql.charAt(at) == '\\') {
                at++;
            }
        }
        at = Math.min(sql.length(), at + 1);
    }

    private boolean dollarQuoted() {
        int close = at + 1;
        while (close < sql.length() && (Character.isLetterOrDigit(sql.charAt(close)) || sql.charAt(close) == '_')) {
            close++;
        }
        boolean opens = close < sql.length()
                && sql.charAt(close) == '$'
                && (close == at + 1 || (postgresql && !Character.isDigit(sql.charAt(at + 1))));
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

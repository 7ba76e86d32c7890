package dev.dovetail.migrations.sql;

import org.jspecify.annotations.Nullable;

/** Walks through a script, skipping white space, and takes strings, quoted names and comments as one piece each. */
final class Lexer {

    private final String text;
    private final LexicalRules rules;
    private int position;

    Lexer(String text, LexicalRules rules) {
        this.text = text;
        this.rules = rules;
    }

    int position() {
        return position;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    void skipWhitespace() {
        while (position < text.length() && isSpace(text.charAt(position))) {
            position++;
        }
    }

    /** The next piece, or null at the end. */
    @Nullable
    Token next() {
        skipWhitespace();
        if (position >= text.length()) {
            return null;
        }
        int start = position;
        Token.Kind kind = read(text.charAt(start));
        return new Token(kind, start, position);
    }

    private Token.Kind read(char c) {
        if (isLineComment()) {
            position = endOfLine();
            return Token.Kind.COMMENT;
        }
        if (text.startsWith("/*", position)) {
            return blockComment();
        }
        if (rules.escapeStrings() && (c == 'E' || c == 'e') && charAt(position + 1) == '\'') {
            position++;
            quoted('\'', true, "a string");
            return Token.Kind.OTHER;
        }
        if (isWordStart(c)) {
            while (position < text.length() && isWordPart(text.charAt(position))) {
                position++;
            }
            return Token.Kind.WORD;
        }
        switch (c) {
            case '\'' -> quoted('\'', rules.backslashEscapes(), "a string");
            case '"' -> quoted('"', rules.backslashEscapes(), "a quoted name or string");
            case '`' -> {
                if (rules.backticks()) {
                    quoted('`', false, "a quoted name");
                } else {
                    position++;
                }
            }
            case '[' -> {
                if (rules.brackets()) {
                    until("]", "a quoted name", position, position + 1);
                } else {
                    position++;
                }
            }
            case '$' -> dollar();
            default -> position++;
        }
        return Token.Kind.OTHER;
    }

    private boolean isLineComment() {
        if (text.startsWith("--", position)) {
            char after = charAt(position + 2);
            return !rules.dashesNeedSpace() || after == '\0' || after <= ' ';
        }
        return (rules.hashComments() && text.charAt(position) == '#')
                || (rules.slashComments() && text.startsWith("//", position));
    }

    private Token.Kind blockComment() {
        int start = position;
        // MySQL runs what stands in /*! … */.
        boolean executable = rules.hashComments() && charAt(position + 2) == '!';
        position += 2;
        int depth = 1;
        while (depth > 0) {
            if (position >= text.length()) {
                throw new UnterminatedException("a comment", Lines.lineOf(text, start));
            }
            if (text.startsWith("*/", position)) {
                depth--;
                position += 2;
            } else if (rules.nestedComments() && text.startsWith("/*", position)) {
                depth++;
                position += 2;
            } else {
                position++;
            }
        }
        return executable ? Token.Kind.OTHER : Token.Kind.COMMENT;
    }

    /** A doubled quote needs no care: it ends one piece and begins the next. */
    private void quoted(char quote, boolean backslash, String what) {
        int start = position++;
        while (position < text.length() && text.charAt(position) != quote) {
            position += backslash && text.charAt(position) == '\\' ? 2 : 1;
        }
        if (position >= text.length()) {
            throw new UnterminatedException(what, Lines.lineOf(text, start));
        }
        position++;
    }

    private void dollar() {
        int start = position;
        int end = position + 1;
        while (end < text.length() && isWordPart(text.charAt(end)) && text.charAt(end) != '$') {
            end++;
        }
        boolean opens = rules.dollarQuotes()
                && charAt(end) == '$'
                && (end == start + 1 || !Character.isDigit(text.charAt(start + 1)));
        if (opens) {
            until(text.substring(start, end + 1), "a dollar-quoted string", start, end + 1);
        } else {
            position++;
        }
    }

    private void until(String closing, String what, int start, int from) {
        int end = text.indexOf(closing, from);
        if (end < 0) {
            throw new UnterminatedException(what, Lines.lineOf(text, start));
        }
        position = end + closing.length();
    }

    int endOfLine() {
        int end = position;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private static boolean isSpace(char c) {
        return c == '\uFEFF' || Character.isWhitespace(c);
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    /** A dollar sign inside a name does not open a string. */
    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}

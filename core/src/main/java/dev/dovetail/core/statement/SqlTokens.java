package dev.dovetail.core.statement;

/** The words and signs of a statement, one after the other; literals, numbers and comments are passed over. */
final class SqlTokens {

    private final String sql;
    private int at;
    private int depth;
    private String word = "";
    private boolean quoted;
    private char sign;

    SqlTokens(String sql) {
        this.sql = sql;
    }

    /** Goes to the next one; false at the end. */
    boolean next() {
        word = "";
        quoted = false;
        sign = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (sql.startsWith("--", at)) {
                at = endOf("\n", at);
            } else if (sql.startsWith("/*", at) && !sql.startsWith("/*!", at)) {
                at = endOf("*/", at + 2);
            } else if (c == '\'') {
                literal();
            } else if (c == '$' && isDollarQuote()) {
                int open = sql.indexOf('$', at + 1) + 1;
                at = endOf(sql.substring(at, open), open);
            } else if (c == '"' || c == '`') {
                quotedWord(c);
                return true;
            } else if (Character.isJavaIdentifierStart(c) && c != '$') {
                plainWord();
                return true;
            } else if (Character.isDigit(c)) {
                while (at < sql.length() && Character.isLetterOrDigit(sql.charAt(at))) {
                    at++;
                }
            } else {
                sign = c;
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                at++;
                return true;
            }
        }
        return false;
    }

    /** Whether it is this key word, which is given in lower case. */
    boolean is(String keyword) {
        return !quoted && word.equalsIgnoreCase(keyword);
    }

    boolean isWord() {
        return !word.isEmpty();
    }

    boolean isQuoted() {
        return quoted;
    }

    /** The word without its quotes. */
    String word() {
        return word;
    }

    boolean isSign(char expected) {
        return sign == expected;
    }

    /** How many parentheses are open, that of an opening one included. */
    int depth() {
        return depth;
    }

    private void plainWord() {
        int start = at;
        while (at < sql.length() && Character.isJavaIdentifierPart(sql.charAt(at))) {
            at++;
        }
        word = sql.substring(start, at);
    }

    private void quotedWord(char end) {
        int start = ++at;
        int close = sql.indexOf(end, start);
        // A doubled quote stands for itself.
        while (close >= 0 && close + 1 < sql.length() && sql.charAt(close + 1) == end) {
            close = sql.indexOf(end, close + 2);
        }
        close = close < 0 ? sql.length() : close;
        String closing = String.valueOf(end);
        word = sql.substring(start, close).replace(closing + closing, closing);
        quoted = true;
        at = Math.min(sql.length(), close + 1);
    }

    private void literal() {
        // A doubled quote ends one literal and begins the next, which comes to the same.
        at = endOf("'", at + 1);
    }

    private boolean isDollarQuote() {
        int i = at + 1;
        while (i < sql.length() && (Character.isLetterOrDigit(sql.charAt(i)) || sql.charAt(i) == '_')) {
            i++;
        }
        return i < sql.length() && sql.charAt(i) == '$' && !Character.isDigit(sql.charAt(at + 1));
    }

    private int endOf(String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }
}

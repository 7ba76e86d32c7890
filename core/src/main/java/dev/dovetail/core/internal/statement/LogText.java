package dev.dovetail.core.internal.statement;

import java.util.Locale;

/** How texts stand in a log: bounded, and in lines that nobody else can make up. */
final class LogText {

    private static final int LONGEST_SQL = 10_000;

    private LogText() {}

    static String sql(String sql) {
        return cut(sql, LONGEST_SQL);
    }

    /** At most so many characters, and how many there were. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }

    /** Line ends and other control characters as escapes. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                        line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
        return line.toString();
    }

    static String milliseconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    static String rows(long rows) {
        return rows == 1 ? "1 row" : rows + " rows";
    }
}

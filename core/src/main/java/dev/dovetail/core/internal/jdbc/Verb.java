package dev.dovetail.core.internal.jdbc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a statement does to rows, as far as its first words tell. */
enum Verb {
    INSERT,
    DELETE,
    /** An update, a merge, something that replaces rows, or nothing that can be told. */
    OTHER;

    static Verb of(@Nullable String sql) {
        if (sql == null) {
            return OTHER;
        }
        String word = word(sql, 0);
        if (word.equals("with")) {
            word = firstOutsideOfParentheses(sql);
        }
        return switch (word) {
            case "insert" -> isPlainInsert(sql) ? INSERT : OTHER;
            case "delete" -> DELETE;
            default -> OTHER;
        };
    }

    /** An insert that replaces or updates what is there may also take a parent away. */
    private static boolean isPlainInsert(String sql) {
        String text = sql.toLowerCase(Locale.ROOT);
        return !text.contains("or replace") && !text.contains("do update");
    }

    /** The verb behind the queries of a WITH. */
    private static String firstOutsideOfParentheses(String sql) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (depth == 0 && Character.isLetter(c)) {
                String word = word(sql, i);
                if (word.equals("insert") || word.equals("update") || word.equals("delete") || word.equals("select")) {
                    return word;
                }
                i += word.length() - 1;
            }
        }
        return "";
    }

    /** The word that begins there, behind spaces and comments, in lower case. */
    private static String word(String sql, int from) {
        int start = from;
        while (start < sql.length() && !Character.isLetter(sql.charAt(start))) {
            if (sql.startsWith("--", start)) {
                int end = sql.indexOf('\n', start);
                start = end < 0 ? sql.length() : end + 1;
            } else if (sql.startsWith("/*", start)) {
                int end = sql.indexOf("*/", start);
                start = end < 0 ? sql.length() : end + 2;
            } else {
                start++;
            }
        }
        int end = start;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        return sql.substring(start, end).toLowerCase(Locale.ROOT);
    }
}

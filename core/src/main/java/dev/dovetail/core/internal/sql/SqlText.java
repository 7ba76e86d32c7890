package dev.dovetail.core.internal.sql;

import java.util.regex.Pattern;

/** What the text of a statement tells without parsing it whole. */
final class SqlText {

    private static final Pattern LEADING = Pattern.compile("(?s)\\A(?:\\s+|--[^\\n]*(?:\\n|\\z)|/\\*.*?\\*/|\\()*");
    private static final Pattern QUERY = Pattern.compile("(?i)\\A(?:select|values|table|show|explain|with|pragma)\\b");
    private static final Pattern WITH = Pattern.compile("(?i)\\Awith\\b");
    private static final Pattern WRITING_WORD = Pattern.compile("(?i)\\b(?:insert|update|delete|merge)\\b");
    private static final Pattern SELECT_INTO = Pattern.compile("(?i)\\binto\\b");

    private SqlText() {}

    /** True unless it is clearly a query. A text constant that holds the word "delete" may err on the careful side. */
    static boolean mayWrite(String sql) {
        String text = LEADING.matcher(sql).replaceFirst("");
        if (!QUERY.matcher(text).find()) {
            return true;
        }
        if (text.regionMatches(true, 0, "pragma", 0, 6)) {
            return text.indexOf('=') >= 0 || text.indexOf('(') >= 0;
        }
        if (WITH.matcher(text).find() || text.regionMatches(true, 0, "explain", 0, 7)) {
            return WRITING_WORD.matcher(text).find();
        }
        return text.regionMatches(true, 0, "select", 0, 6)
                && SELECT_INTO.matcher(text).find();
    }
}

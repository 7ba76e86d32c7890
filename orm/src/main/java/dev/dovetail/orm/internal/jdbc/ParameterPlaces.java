package dev.dovetail.orm.internal.jdbc;

import java.sql.PreparedStatement;
import java.util.Locale;

/** Where the parameters of a statement stand. */
public final class ParameterPlaces {

    private ParameterPlaces() {}

    /**
     * Whether a parameter is a value to be written, or one that rows are compared with.
     *
     * @param index from 1
     */
    public static boolean isWritten(PreparedStatement statement, int index) {
        return !(statement instanceof WatchedPreparedStatement watched) || isWritten(watched.sql(), index);
    }

    static boolean isWritten(String sql, int index) {
        String text = sql.stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("update")) {
            return index <= countBeforeWhere(text);
        }
        return !text.startsWith("select") && !text.startsWith("with") && !text.startsWith("delete");
    }

    /** Those of conditions inside the values that are set count as written. */
    private static int countBeforeWhere(String update) {
        int count = 0;
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < update.length(); i++) {
            char each = update.charAt(i);
            if (each == '\'') {
                quoted = !quoted;
            } else if (quoted) {
                continue;
            } else if (each == '(') {
                depth++;
            } else if (each == ')') {
                depth--;
            } else if (each == '?') {
                count++;
            } else if (depth == 0 && update.startsWith(" where ", i)) {
                return count;
            }
        }
        return count;
    }
}

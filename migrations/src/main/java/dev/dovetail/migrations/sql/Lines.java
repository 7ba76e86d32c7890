package dev.dovetail.migrations.sql;

/** Finds the line of a place in a text. */
public final class Lines {

    private Lines() {}

    /** The number of the line, from 1, in which the character at this index stands. */
    public static int lineOf(String text, int index) {
        return 1 + breaks(text, 0, index);
    }

    /** How many lines end between two places. */
    static int breaks(String text, int from, int to) {
        int breaks = 0;
        int end = Math.min(to, text.length());
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 >= text.length() || text.charAt(i + 1) != '\n'))) {
                breaks++;
            }
        }
        return breaks;
    }
}

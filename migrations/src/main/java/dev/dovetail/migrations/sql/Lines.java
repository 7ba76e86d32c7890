package dev.dovetail.migrations.sql;

/** Finds the line of a place in a text. */
public final class Lines {

    private Lines() {}

    /** The number of the line, from 1, in which the character at this index stands. */
    public static int lineOf(String text, int index) {
        int line = 1;
        int end = Math.min(index, text.length());
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 >= text.length() || text.charAt(i + 1) != '\n'))) {
                line++;
            }
        }
        return line;
    }
}

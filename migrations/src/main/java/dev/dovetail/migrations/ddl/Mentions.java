package dev.dovetail.migrations.ddl;

/** Looks for a name in an expression. A name inside a string counts, too: better one step too many than one too few. */
public final class Mentions {

    private Mentions() {}

    /** Whether the name stands in the text by itself, not as a part of another one. */
    public static boolean in(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            if (!isPart(text, at - 1) && !isPart(text, at + name.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(String text, int index) {
        return index >= 0
                && index < text.length()
                && (Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '_');
    }
}

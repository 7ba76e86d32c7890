package dev.dovetail.migrations.sql;

import java.util.List;

/**
 * One statement of a script.
 *
 * @param text the statement without its terminator and the comments before it
 * @param line the line of the script on which it begins, from 1
 * @param firstWords its first keywords, at most three, in upper case
 */
public record SqlStatement(String text, int line, List<String> firstWords) {

    /** Keeps a copy of the words. */
    public SqlStatement {
        firstWords = List.copyOf(firstWords);
    }

    /** Whether it begins with these keywords. */
    public boolean startsWith(String... words) {
        return firstWords.size() >= words.length
                && firstWords.subList(0, words.length).equals(List.of(words));
    }
}

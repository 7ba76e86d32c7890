package dev.dovetail.migrations.lint;

import dev.dovetail.migrations.sql.SqlStatement;

/**
 * A statement of a script that is looked at.
 *
 * @param index its place in the script, from 0
 * @param source its text and line
 * @param words its words, from the first
 * @param parsed what it is
 */
record Statement(int index, SqlStatement source, Words words, Parsed parsed) {

    /** The words, read from the left by whoever asks. */
    Words read() {
        return words.copy();
    }

    boolean begins(String... beginning) {
        return words.isNext(beginning);
    }

    /** Its first line, not too long. */
    String firstLine() {
        String line = source.text().lines().findFirst().orElse("").strip();
        return line.length() <= 100 ? line : line.substring(0, 99) + "…";
    }
}

package dev.dovetail.migrations.sql;

/**
 * A piece of a script.
 *
 * @param kind what it is
 * @param start its first character
 * @param end the character after its last
 */
record Token(Kind kind, int start, int end) {

    enum Kind {
        /** A keyword or a name without quotes. */
        WORD,
        /** A comment. */
        COMMENT,
        /** A string, a quoted name, a number or any other character. */
        OTHER
    }
}

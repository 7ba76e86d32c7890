package dev.dovetail.migrations.sql;

import dev.dovetail.core.engine.Engine;

/**
 * How an engine tells strings, names and comments from the rest.
 *
 * @param backslashEscapes in strings, {@code \'} does not end them
 * @param escapeStrings in {@code E'…'} backslashes escape
 * @param dollarQuotes {@code $tag$…$tag$} is a string
 * @param nestedComments block comments may contain block comments
 * @param hashComments {@code #} begins a comment
 * @param slashComments {@code //} begins a comment
 * @param dashesNeedSpace {@code --} begins a comment only before white space
 * @param backticks {@code `} quotes names
 * @param brackets {@code […]} quotes names
 */
record LexicalRules(
        boolean backslashEscapes,
        boolean escapeStrings,
        boolean dollarQuotes,
        boolean nestedComments,
        boolean hashComments,
        boolean slashComments,
        boolean dashesNeedSpace,
        boolean backticks,
        boolean brackets) {

    private static final LexicalRules SQLITE =
            new LexicalRules(false, false, false, false, false, false, false, true, true);
    private static final LexicalRules POSTGRESQL =
            new LexicalRules(false, true, true, true, false, false, false, false, false);
    private static final LexicalRules H2 = new LexicalRules(false, false, true, true, false, true, false, false, false);
    private static final LexicalRules MYSQL_FAMILY =
            new LexicalRules(true, false, false, false, true, false, true, true, false);

    static LexicalRules of(Engine engine) {
        return switch (engine) {
            case SQLITE -> SQLITE;
            case POSTGRESQL -> POSTGRESQL;
            case H2 -> H2;
            case MARIADB, MYSQL -> MYSQL_FAMILY;
        };
    }
}

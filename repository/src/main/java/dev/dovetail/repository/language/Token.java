package dev.dovetail.repository.language;

import java.util.Locale;

/**
 * A word of a query.
 *
 * @param text as written; of a string what it means, of a parameter its name or number
 * @param position of its first character
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        WORD,
        STRING,
        NUMBER,
        NAMED_PARAMETER,
        ORDINAL_PARAMETER,
        SYMBOL,
        END
    }

    /** Whether it is a keyword or a symbol. Keywords have no case. */
    boolean is(String word) {
        return kind == Kind.WORD ? text.equalsIgnoreCase(word) : kind == Kind.SYMBOL && text.equals(word);
    }

    String lowerCase() {
        return text.toLowerCase(Locale.ROOT);
    }

    String described() {
        return switch (kind) {
            case END -> "the end";
            case STRING -> "the text '" + text + "'";
            case NAMED_PARAMETER -> "':" + text + "'";
            case ORDINAL_PARAMETER -> "'?" + text + "'";
            default -> "'" + text + "'";
        };
    }
}

package dev.dovetail.core.portable;

import java.util.function.IntFunction;

/**
 * A text that is looked for, as a pattern that every engine understands in the same way: where case is ignored, each
 * character becomes the set of those that it may be, and the engine itself compares exactly.
 */
record TextPattern(String text, boolean ignoringCase, boolean fromStart, boolean toEnd) {

    /** SQLite's GLOB. */
    String glob() {
        String characters = characters(c -> c == '*' || c == '?' || c == '[' ? "[" + (char) c + "]" : one(c));
        return (fromStart ? "" : "*") + characters + (toEnd ? "" : "*");
    }

    /** A regular expression as PostgreSQL, Java and PCRE understand it. */
    String regex(String start, String end) {
        return (fromStart ? start : "") + characters(TextPattern::escaped) + (toEnd ? end : "");
    }

    private String characters(IntFunction<String> literal) {
        StringBuilder pattern = new StringBuilder();
        text.codePoints().forEach(c -> {
            String variants = ignoringCase ? CaseVariants.of(c) : one(c);
            boolean several = variants.codePointCount(0, variants.length()) > 1;
            pattern.append(several ? "[" + variants + "]" : literal.apply(c));
        });
        return pattern.toString();
    }

    private static String one(int character) {
        return Character.toString(character);
    }

    private static String escaped(int character) {
        boolean plain = character > 0x7F || Character.isLetterOrDigit(character) || Character.isWhitespace(character);
        return plain || character < ' ' ? one(character) : "\\" + one(character);
    }
}

package dev.dovetail.core.internal.bulk;

/** Looks for halves of characters, which UTF-8 has no bytes for: Java would send a question mark instead. */
public final class Surrogates {

    private Surrogates() {}

    /** Throws UnfitValueException if the text holds half of a surrogate pair. */
    public static void requirePaired(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isLowSurrogate(c)
                    || i + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(i + 1))) {
                throw new UnfitValueException(
                        "its text holds half of a surrogate pair at position " + i,
                        "cut text at whole characters: offsetByCodePoints, BreakIterator",
                        null);
            }
            i++;
        }
    }
}

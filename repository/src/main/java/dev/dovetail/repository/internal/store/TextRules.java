package dev.dovetail.repository.internal.store;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** How an engine compares and counts the characters of text. */
public enum TextRules {
    /** Each character is itself, in the order of code points; lengths are counted in them. */
    CODE_POINTS,
    /** Like {@link #CODE_POINTS}, but only the letters of ASCII have cases. */
    ASCII_CASES,
    /** As Java does it: each UTF-16 unit is a character. */
    UTF_16,
    /** Spaces at the end do not count, as in MariaDB's {@code utf8mb4_bin}. */
    PADDED,
    /**
     * Neither case nor accents nor spaces at the end count, as in MariaDB's {@code utf8mb4_general_ci}: exact for Latin
     * letters, digits and signs.
     */
    PADDED_IGNORING_CASE;

    private static final char SMALL_SHARP_S = '\u00df';

    /** What is equal for values that the engine takes for the same. */
    public String key(String text) {
        return switch (this) {
            case CODE_POINTS, ASCII_CASES, UTF_16 -> text;
            case PADDED -> text.stripTrailing().length() == text.length() ? text : withoutPadding(text);
            case PADDED_IGNORING_CASE -> folded(withoutPadding(text));
        };
    }

    /** The engine's order. */
    public int compare(String a, String b) {
        return switch (this) {
            case CODE_POINTS, ASCII_CASES -> compareCodePoints(a, b);
            case UTF_16 -> a.compareTo(b);
            case PADDED, PADDED_IGNORING_CASE -> comparePadded(key(a), key(b));
        };
    }

    /** The text in lower case. */
    public String lower(String text) {
        if (this != ASCII_CASES) {
            return text.toLowerCase(Locale.ROOT);
        }
        StringBuilder lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)));
        return lower.toString();
    }

    /** How many characters the engine counts. */
    public int length(String text) {
        return this == UTF_16 ? text.length() : text.codePointCount(0, text.length());
    }

    /** What the engine's function {@code length} says: MariaDB's counts bytes. */
    public int lengthFunction(String text) {
        return this == PADDED || this == PADDED_IGNORING_CASE
                ? text.getBytes(StandardCharsets.UTF_8).length
                : length(text);
    }

    private static String withoutPadding(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                folded.append(Character.toUpperCase(c));
            } else if (c == SMALL_SHARP_S) {
                folded.append('S');
            } else {
                String base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
                folded.append(base.substring(0, 1).toUpperCase(Locale.ROOT));
            }
        }
        return folded.toString();
    }

    /** The shorter one as if spaces followed. */
    private static int comparePadded(String a, String b) {
        int longest = Math.max(a.length(), b.length());
        for (int i = 0; i < longest; i++) {
            char x = i < a.length() ? a.charAt(i) : ' ';
            char y = i < b.length() ? b.charAt(i) : ' ';
            if (x != y) {
                return compareUnits(x, y);
            }
        }
        return 0;
    }

    /** Java compares UTF-16 units, which puts supplementary characters before some others. */
    private static int compareCodePoints(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return compareUnits(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static int compareUnits(char x, char y) {
        return Character.isSurrogate(x) != Character.isSurrogate(y)
                ? (Character.isSurrogate(x) ? 1 : -1)
                : Character.compare(x, y);
    }
}

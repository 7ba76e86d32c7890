package dev.dovetail.repository.language;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A pattern in which {@code %} stands for any characters and {@code _} for one. Case counts. Immutable. */
public final class LikePattern {

    private static final int ANY = -1;
    private static final int ONE = -2;

    private final int[] parts;

    private LikePattern(int[] parts) {
        this.parts = parts;
    }

    /**
     * Reads a pattern. An escape character before another one than {@code %}, {@code _} or itself means itself.
     *
     * @param escape stands before a character that means itself; null for none
     */
    public static LikePattern of(String pattern, @Nullable Character escape) {
        int[] characters = pattern.codePoints().toArray();
        int[] parts = new int[characters.length];
        int length = 0;
        for (int i = 0; i < characters.length; i++) {
            int character = characters[i];
            boolean isEscaped = escape != null
                    && character == escape
                    && i + 1 < characters.length
                    && (characters[i + 1] == '%' || characters[i + 1] == '_' || characters[i + 1] == escape);
            if (isEscaped) {
                parts[length++] = characters[++i];
            } else {
                parts[length++] = character == '%' ? ANY : character == '_' ? ONE : character;
            }
        }
        return new LikePattern(Arrays.copyOf(parts, length));
    }

    /** Whether a text matches. The time is at most the product of both lengths. */
    public boolean matches(String text) {
        int[] characters = text.codePoints().toArray();
        int at = 0;
        int part = 0;
        int lastAny = -1;
        int retry = 0;
        while (at < characters.length) {
            if (part < parts.length && parts[part] == ANY) {
                lastAny = part++;
                retry = at;
            } else if (part < parts.length && (parts[part] == ONE || parts[part] == characters[at])) {
                part++;
                at++;
            } else if (lastAny >= 0) {
                part = lastAny + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (part < parts.length && parts[part] == ANY) {
            part++;
        }
        return part == parts.length;
    }

    /** The same pattern for {@code LIKE} with an escape character, which is none of SQL's own. */
    public String like(char escape) {
        return rendered("%", "_", List.of("%", "_", String.valueOf(escape)), escape + "%s");
    }

    /** The same pattern for SQLite's {@code GLOB}, which minds the case. */
    public String glob() {
        return rendered("*", "?", List.of("*", "?", "["), "[%s]");
    }

    private String rendered(String any, String one, List<String> special, String escaped) {
        return Arrays.stream(parts)
                .mapToObj(part -> {
                    if (part == ANY || part == ONE) {
                        return part == ANY ? any : one;
                    }
                    String character = Character.toString(part);
                    return special.contains(character) ? escaped.formatted(character) : character;
                })
                .collect(Collectors.joining());
    }
}

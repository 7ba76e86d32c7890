package dev.dovetail.core.internal.text;

import org.jspecify.annotations.Nullable;

/** A stored value as text for a person: never long, never binary. */
public final class ShownText {

    private static final int MAX_CHARS = 80;

    private ShownText() {}

    /** Its text, cut where it is long; of bytes, how many they are. */
    public static String of(@Nullable Object stored) {
        if (stored instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        String text = String.valueOf(stored);
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "…";
    }
}

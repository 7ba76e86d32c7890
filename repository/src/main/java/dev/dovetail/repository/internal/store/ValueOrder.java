package dev.dovetail.repository.internal.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The portable order of values: strings by their code points, numbers and times by size, false before true, null after
 * everything else.
 */
public final class ValueOrder {

    private ValueOrder() {}

    /** Compares in ascending order, nulls greatest. */
    public static int compare(@Nullable Object a, @Nullable Object b, boolean ignoreCase) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? 1 : -1;
        }
        if (a instanceof String x && b instanceof String y) {
            return ignoreCase
                    ? compareCodePoints(x.toLowerCase(Locale.ROOT), y.toLowerCase(Locale.ROOT))
                    : compareCodePoints(x, y);
        }
        if (a instanceof byte[] x && b instanceof byte[] y) {
            return Arrays.compareUnsigned(x, y);
        }
        // Java compares the halves of a UUID as signed numbers, databases its bytes.
        return a instanceof UUID ? a.toString().compareTo(b.toString()) : compareNaturally(a, b);
    }

    @SuppressWarnings("unchecked") // both are values of one column
    private static int compareNaturally(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    /** Java compares UTF-16 units, which puts supplementary characters before some others. */
    private static int compareCodePoints(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Character.isSurrogate(x) != Character.isSurrogate(y)
                        ? (Character.isSurrogate(x) ? 1 : -1)
                        : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
